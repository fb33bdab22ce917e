package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Where large files are accepted, and how large: everywhere else a form is all that is expected. */
@Component
class Uploads {
    private final List<UploadPath> paths;
    private final DataSize largest;

    Uploads(List<UploadPath> paths, @Value("${relais.upload.largest:1GB}") DataSize largest) {
        this.paths = paths;
        this.largest = largest;
    }

    boolean isUpload(HttpServletRequest request) {
        return paths.stream().anyMatch(path -> request.getRequestURI().startsWith(path.prefix()));
    }

    DataSize largest() {
        return largest;
    }
}
