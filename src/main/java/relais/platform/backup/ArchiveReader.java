package relais.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import relais.platform.database.StartRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the one file of a copy: first all of it for its digests, and only then to unpack it. */
record ArchiveReader(Path file) {

    /** The manifest, after every byte of the file was read and found as it was written. */
    Manifest verify() {
        try {
            return checked();
        } catch (IOException | JacksonException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private Manifest checked() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("There is no file " + file + ". Nothing was changed.");
        }
        Map<String, String> found = new HashMap<>();
        byte[] manifest = {};
        try (var tar = open()) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    manifest = tar.readAllBytes();
                } else if (!entry.isDirectory()) {
                    found.put(entry.getName(), digest(tar));
                }
            }
        }
        return compared(manifest, found);
    }

    private Manifest compared(byte[] json, Map<String, String> found) {
        if (json.length == 0) {
            throw damaged("it ends before its manifest");
        }
        Manifest manifest = JsonMapper.shared().readValue(json, Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw damaged("its format " + manifest.format() + " is not known here");
        }
        if (!found.equals(manifest.entries())) {
            throw damaged("its content does not match its manifest");
        }
        return manifest;
    }

    private StartRefused damaged(String why) {
        return new StartRefused(file + " is not a whole copy of Relais: " + why + ". Nothing was changed.");
    }

    private static String digest(InputStream content) throws IOException {
        var digest = ArchiveWriter.Digests.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Unpacks everything below a folder that is empty. */
    void unpack(Path folder) throws IOException {
        try (var tar = open()) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw damaged("it names a place outside");
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            folder(path);
        } else if (!entry.getName().equals(Manifest.NAME)) {
            folder(path.resolveSibling("."));
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(path)) {
                content.transferTo(out);
            }
        }
    }

    private static void folder(Path path) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 1 << 16), "UTF-8");
    }
}
