package relais.records.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Whether a file holds one of these texts, in any of the encodings that people send; workbooks are looked into. */
final class FileTexts {
    private static final int BLOCK = 1 << 20;
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE);

    private FileTexts() {}

    static boolean hold(Path file, Collection<String> texts) {
        if (texts.isEmpty() || !Files.exists(file)) {
            return false;
        }
        var wanted = texts.stream().flatMap(FileTexts::encoded).distinct().toList();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return zipped(in) ? inEntries(in, wanted) : in(in, wanted);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Bytes as characters, so that they can be looked for as text. */
    private static Stream<String> encoded(String text) {
        return ENCODINGS.stream().map(e -> new String(text.getBytes(e), StandardCharsets.ISO_8859_1));
    }

    private static boolean zipped(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean zipped = in.read() == 'P' && in.read() == 'K';
        in.reset();
        return zipped;
    }

    private static boolean inEntries(InputStream in, List<String> wanted) throws IOException {
        var zip = new ZipInputStream(in);
        while (zip.getNextEntry() != null) {
            if (in(zip, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(InputStream in, List<String> wanted) throws IOException {
        int longest = wanted.stream().mapToInt(String::length).max().orElse(0);
        var tail = "";
        for (var block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
            var text = tail + new String(block, StandardCharsets.ISO_8859_1);
            if (wanted.stream().anyMatch(text::contains)) {
                return true;
            }
            tail = text.substring(Math.max(0, text.length() - longest));
        }
        return false;
    }
}
