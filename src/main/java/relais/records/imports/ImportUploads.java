package relais.records.imports;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import relais.platform.web.UploadPath;

/** Files to import may be large. */
@Component
class ImportUploads implements UploadPath {
    private final Workshop workshop;

    ImportUploads(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String prefix() {
        return "/imports";
    }

    @Override
    public DataSize largest() {
        return DataSize.ofBytes(workshop.limits().bytes());
    }
}
