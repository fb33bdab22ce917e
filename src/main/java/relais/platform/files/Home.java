package relais.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The data folder of one installation: database, files, secrets, logs. */
public record Home(Path path) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public Home {
        path = path.toAbsolutePath().normalize();
    }

    /** A folder below the home, made when missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + path.resolve(name), e);
        }
    }

    /** A random secret of 192 bits, made at the first use and kept in a file that only its owner reads. */
    public String secret(String name) {
        Path file = secretFile(name);
        try {
            byte[] random = new byte[24];
            RANDOM.nextBytes(random);
            Path draft = Files.createTempFile(folder("secrets"), name, ".draft", ownerOnly());
            Files.writeString(draft, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
            keepFirst(draft, file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + file, e);
        }
    }

    /** Where the secret of this name lies. */
    public Path secretFile(String name) {
        return path.resolve("secrets").resolve(name);
    }

    private static void keepFirst(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException kept) {
            // another start made it first: that one counts
        } finally {
            Files.delete(draft);
        }
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
