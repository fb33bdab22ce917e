package relais.platform.web;

import org.springframework.util.unit.DataSize;

/** Slot: a path below which large files may be sent. */
public interface UploadPath {
    /** The start of the path, such as {@code /imports}. */
    String prefix();

    /** How large a file may be there. */
    DataSize largest();
}
