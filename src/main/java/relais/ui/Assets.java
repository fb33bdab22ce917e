package relais.ui;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the face under addresses that carry a hash of their content, so that browsers keep them for ever. */
public final class Assets {
    static final String FOLDER = "/assets/";

    private static volatile @Nullable Path sources;
    private static volatile @Nullable Map<String, Asset> made;

    private Assets() {}

    /** The address of {@code relais.css}, {@code relais.js}, {@code icons.svg} and the like. */
    public static String url(String name) {
        var asset = all().get(name);
        if (asset == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return asset.url();
    }

    /** The address of an icon in the sprite. */
    public static String icon(String name) {
        return url("icons.svg") + "#" + name;
    }

    /** Whether there is a file of this name. */
    public static boolean has(String name) {
        return all().containsKey(name);
    }

    static Map<String, Asset> all() {
        var known = made;
        if (known == null) {
            known = new AssetBuild(sources).make();
            made = known;
        }
        return known;
    }

    /** While developing, styles, scripts and words are read again for each page. */
    static void refresh() {
        if (sources != null) {
            made = null;
            Words.forget();
        }
    }

    /** Reads styles and scripts from this folder instead of the built product. */
    static void reload(@Nullable Path folder) {
        sources = folder;
        made = null;
    }
}
