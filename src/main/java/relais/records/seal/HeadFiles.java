package relais.records.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.platform.files.Home;

/**
 * The latest head of each chain in the data folder, beside the database: whoever cuts off the end of a chain there is
 * found out. A backup leaves these files out, since one that is brought back rightly ends where it was taken.
 */
@Component
class HeadFiles {
    private final Home home;

    HeadFiles(Home home) {
        this.home = home;
    }

    void keep(Head head) {
        if (head.seal() == 0
                || kept(head.id()).filter(k -> k.seal() >= head.seal()).isPresent()) {
            return;
        }
        var file = file(head.id());
        try {
            var draft = Files.createTempFile(file.resolveSibling("."), ".draft-", "");
            Files.writeString(draft, head.text());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the head of the seals in " + file, e);
        }
    }

    Optional<Head> kept(UUID workspace) {
        try {
            var file = file(workspace);
            return Files.exists(file) ? Head.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the head of the seals", e);
        }
    }

    private Path file(UUID workspace) {
        return home.folder("proof").resolve(workspace + ".json");
    }
}
