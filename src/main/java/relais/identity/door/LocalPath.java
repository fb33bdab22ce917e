package relais.identity.door;

import org.jspecify.annotations.Nullable;

/** Paths of this site: where a redirect may lead. */
public final class LocalPath {
    private LocalPath() {}

    /** The path when it is one of ours, the start page otherwise. */
    public static String orHome(@Nullable String path) {
        return path != null && path.length() < 2000 && path.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? path : "/";
    }
}
