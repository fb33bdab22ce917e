package relais.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import relais.platform.database.Folders;
import relais.platform.database.StartRefused;
import relais.platform.files.Home;

/** Brings a copy back into an empty folder: all of it or nothing. */
final class Restore {
    private Restore() {}

    static Manifest into(Home home, Path file) throws IOException {
        refuseUsed(home.path());
        var archive = new ArchiveReader(file);
        Manifest manifest = archive.verify();
        Path parent = Files.createDirectories(home.path().getParent());
        Path draft = Files.createTempDirectory(parent, ".relais-restore-");
        try {
            archive.unpack(draft);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx--x--x"));
            Files.deleteIfExists(home.path());
            Files.move(draft, home.path(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(draft);
        }
        return manifest;
    }

    private static void refuseUsed(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new StartRefused(
                        folder + " is not empty. A copy is restored into an empty folder only; nothing was changed.");
            }
        }
    }
}
