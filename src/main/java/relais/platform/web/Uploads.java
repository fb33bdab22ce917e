package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much may be sent, and where large files are accepted: everywhere else a form is all that is expected. */
@Component
class Uploads {
    private static final DataSize FORM = DataSize.ofMegabytes(2);
    private static final DataSize CALL = DataSize.ofMegabytes(1);
    private static final DataSize BATCH = DataSize.ofMegabytes(8);
    private static final DataSize OPEN = DataSize.ofKilobytes(64);
    private static final Pattern OPEN_PATHS =
            Pattern.compile("/(sign-in(/.*)?|sign-out|preferences|csp-report|links/.*|setup/.*)");
    private static final String API = "/api/";

    private final List<UploadPath> paths;
    private final DataSize largest;

    Uploads(List<UploadPath> paths, @Value("${relais.upload.largest:1GB}") DataSize largest) {
        this.paths = paths;
        this.largest = largest;
    }

    boolean isUpload(HttpServletRequest request) {
        return path(request).isPresent();
    }

    /** Whether strangers may send something here. */
    boolean isOpen(HttpServletRequest request) {
        return OPEN_PATHS.matcher(request.getServletPath()).matches();
    }

    /** More than this is not even read; a file somewhat too large is, so that its form can say so. */
    DataSize largestBody(HttpServletRequest request) {
        if (isUpload(request)) {
            return largest;
        }
        if (request.getRequestURI().equals(API + "v1/batch")) {
            return BATCH;
        }
        return isOpen(request) ? OPEN : request.getRequestURI().startsWith(API) ? CALL : FORM;
    }

    /** What a person is told to stay below: the file's own limit where files are sent. */
    DataSize limit(HttpServletRequest request) {
        return path(request).map(UploadPath::largest).orElseGet(() -> largestBody(request));
    }

    private Optional<UploadPath> path(HttpServletRequest request) {
        return paths.stream()
                .filter(path -> request.getRequestURI().startsWith(path.prefix()))
                .findFirst();
    }
}
