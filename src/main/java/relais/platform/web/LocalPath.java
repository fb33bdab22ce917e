package relais.platform.web;

import org.jspecify.annotations.Nullable;

/** Paths of this site: where a redirect may lead. */
public final class LocalPath {
    private static final int LONGEST = 4000;

    private LocalPath() {}

    /** The path when it is one of ours, the start page otherwise. */
    public static String orHome(@Nullable String path) {
        return or(path, "/");
    }

    /** The path when it is one of ours, the other one otherwise. */
    public static String or(@Nullable String path, String other) {
        return path != null && isOurs(path) ? path : other;
    }

    /** One slash, then printable characters: browsers drop tabs and read a backslash as a slash. */
    private static boolean isOurs(String path) {
        return path.length() < LONGEST && path.matches("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");
    }
}
