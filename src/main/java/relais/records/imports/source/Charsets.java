package relais.records.imports.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds in which character set a text is written, by its bytes. */
final class Charsets {
    static final String WINDOWS = "windows-1252";

    private Charsets() {}

    /** The name of the character set; refuses what is no text. */
    static String detect(Path file) throws IOException {
        byte[] head = head(file, 4096);
        var marked = byMark(head);
        if (marked != null) {
            return marked;
        }
        var wide = withoutMark(head);
        if (wide != null) {
            return wide;
        }
        var census = new Utf8Census();
        try (var in = Files.newInputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                census.add(chunk, n);
            }
        }
        if (census.binary()) {
            throw new Unreadable("binary");
        }
        return census.utf8() ? StandardCharsets.UTF_8.name() : WINDOWS;
    }

    /** A reader of this character set that passes over the byte order mark. */
    static Reader reader(Path file, String charset) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        skipMark(in);
        return new InputStreamReader(in, Charset.forName(charset));
    }

    private static void skipMark(InputStream in) throws IOException {
        in.mark(4);
        byte[] head = in.readNBytes(3);
        in.reset();
        var marked = byMark(head);
        if (marked != null) {
            in.skipNBytes(marked.equals("UTF-8") ? 3 : 2);
        }
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    private static @Nullable String byMark(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (starts(head, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        return starts(head, 0xFE, 0xFF) ? "UTF-16BE" : null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Latin text in two bytes per character has a zero in nearly every second place. */
    private static @Nullable String withoutMark(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.length / 2;
        if (pairs > 3 && odd > pairs * 0.7 && even < pairs * 0.05) {
            return "UTF-16LE";
        }
        return pairs > 3 && even > pairs * 0.7 && odd < pairs * 0.05 ? "UTF-16BE" : null;
    }
}
