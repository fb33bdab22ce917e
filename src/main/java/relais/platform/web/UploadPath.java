package relais.platform.web;

/** Slot: a path below which large files may be sent. */
public interface UploadPath {
    /** The start of the path, such as {@code /imports}. */
    String prefix();
}
