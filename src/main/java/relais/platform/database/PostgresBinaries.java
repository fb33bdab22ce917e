package relais.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of the PostgreSQL that Relais brings along, unpacked once per version and machine. */
final class PostgresBinaries {
    static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** The folder with initdb and postgres: the one given by RELAIS_PG_BIN, else our own. */
    static Path folder() {
        String given = System.getProperty("relais.pg.bin", System.getenv().getOrDefault("RELAIS_PG_BIN", ""));
        if (!given.isBlank()) {
            return given(Path.of(given));
        }
        Path target = cache().resolve("postgres-" + VERSION);
        return (Files.isDirectory(target) ? target : unpack(target)).resolve("bin");
    }

    private static Path given(Path folder) {
        if (!Files.isExecutable(folder.resolve("postgres"))) {
            throw new StartRefused("RELAIS_PG_BIN names " + folder + ", but there is no program postgres in it.");
        }
        return folder;
    }

    private static Path unpack(Path target) {
        String archive = "/postgres-linux-" + architecture() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartRefused("Relais brings no PostgreSQL for this machine (" + archive
                        + "). Name an installed one by RELAIS_PG_BIN, or a server by RELAIS_DATABASE_URL.");
            }
            Path draft = Files.createTempDirectory(Files.createDirectories(target.getParent()), "unpacking-");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            extract(packed, draft);
            return putInPlace(draft, target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL to " + target, e);
        }
    }

    private static Path putInPlace(Path draft, Path target) throws IOException {
        try {
            return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.isDirectory(target)) {
                return target;
            }
            throw e;
        }
    }

    private static void extract(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    write(tar, entry, path);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        Files.setPosixFilePermissions(path, permissions(entry.getMode()));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
        if ((mode & 0100) != 0) {
            permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        }
        return permissions;
    }

    private static Path cache() {
        String given = System.getenv().getOrDefault("RELAIS_CACHE", "");
        if (!given.isBlank()) {
            return Path.of(given);
        }
        if (SystemUser.isRoot()) {
            return Path.of("/var/cache/relais");
        }
        String base = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Path.of(base, "relais");
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }
}
