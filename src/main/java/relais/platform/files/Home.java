package relais.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/** The data folder of one installation: database, files, secrets, logs. */
public record Home(Path path) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** A folder below the home that only its owner enters, made when missing. */
    public Path folder(String name) {
        make(path, "rwx--x--x"); // the database's own user passes through it
        Path folder = path.resolve(name);
        make(folder, "rwx------");
        return folder;
    }

    /** Deletes the files of a workspace that is no more: the folders {@code files/WHAT/WORKSPACE}. */
    public void forget(UUID workspace) {
        try (var kinds = Files.list(folder("files"))) {
            for (Path kind : kinds.toList()) {
                delete(kind.resolve(workspace.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the files of " + workspace, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** A random secret of 192 bits, made at the first use and kept in a file that only its owner reads. */
    public String secret(String name) {
        Path file = folder("secrets").resolve(name);
        try {
            if (Files.notExists(file)) {
                keepFirst(draft(file), file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + file, e);
        }
    }

    private static Path draft(Path file) throws IOException {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        Path draft = Files.createTempFile(file.resolveSibling("."), ".draft-", "", permissions("rw-------"));
        return Files.writeString(draft, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
    }

    private static void keepFirst(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException kept) {
            // another thread or process made it first: that one counts
        } finally {
            Files.delete(draft);
        }
    }

    private static void make(Path folder, String permissions) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
