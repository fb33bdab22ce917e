package relais.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file of the face: its address, its bytes as they are and packed. */
record Asset(String url, String type, byte[] plain, byte[] packed) {
    private static final int HASH = 10;

    static Asset of(String name, String type, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        var url = Assets.FOLDER + name.substring(0, dot) + "-" + hash(bytes) + name.substring(dot);
        boolean packable = !type.startsWith("font/");
        return new Asset(url, type, bytes, packable ? gzip(bytes) : new byte[0]);
    }

    boolean isPacked() {
        return packed.length > 0;
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
