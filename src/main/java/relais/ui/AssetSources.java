package relais.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** While developing, styles and scripts come from the sources, so that a change shows at the next request. */
@Component
class AssetSources {
    private static final Path FOLDER = Path.of("src/main/java/relais");

    AssetSources(@Value("${relais.dev:false}") boolean dev) {
        Assets.reload(dev && Files.isDirectory(FOLDER) ? FOLDER : null);
    }
}
