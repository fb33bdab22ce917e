package relais.records.imports;

import org.springframework.stereotype.Component;
import relais.platform.web.UploadPath;

/** Files to import may be large. */
@Component
class ImportUploads implements UploadPath {
    @Override
    public String prefix() {
        return "/imports";
    }
}
