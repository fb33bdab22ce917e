package relais.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes the one file of a copy (tar, gzip) and remembers the digest of each entry. */
final class ArchiveWriter implements AutoCloseable {
    private final FileChannel file;
    private final TarArchiveOutputStream tar;
    private final Map<String, String> digests = new LinkedHashMap<>();

    ArchiveWriter(FileChannel file) throws IOException {
        this.file = file;
        var packed = new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16), 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
        tar = new TarArchiveOutputStream(packed, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    Map<String, String> digests() {
        return digests;
    }

    void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    /** Adds a file as it is now, also when it grows, shrinks or vanishes while it is read. */
    void file(String name, Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            entry(name, Files.size(path), content);
        } catch (NoSuchFileException vanished) {
            // PostgreSQL removed it meanwhile; its log knows
        }
    }

    void bytes(String name, byte[] content) throws IOException {
        entry(name, content.length, new java.io.ByteArrayInputStream(content));
    }

    private void entry(String name, long size, InputStream content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
        var digest = Digests.sha256();
        copyExactly(content, new DigestOutputStream(tar, digest), size);
        tar.closeArchiveEntry();
        digests.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private static void copyExactly(InputStream content, OutputStream out, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int wanted = (int) Math.min(buffer.length, left);
            int read = content.readNBytes(buffer, 0, wanted);
            java.util.Arrays.fill(buffer, read, wanted, (byte) 0); // shrunk meanwhile: its log repairs it
            out.write(buffer, 0, wanted);
            left -= wanted;
        }
    }

    @Override
    public void close() throws IOException {
        tar.finish();
        tar.flush();
        tar.close();
    }

    /** SHA-256. */
    static final class Digests {
        private Digests() {}

        static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
