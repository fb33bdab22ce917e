package relais.records.imports.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds how a delimited text is written: character set, delimiter, quote, header. */
final class CsvDetection {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE_CHARS = 1 << 17;
    private static final int SAMPLE_ROWS = 200;
    private static final Pattern ANNOUNCED = Pattern.compile("(?i)\\A\"?sep=(.)\"?\\R");

    private CsvDetection() {}

    static Layout detect(Path file, Limits limits) throws IOException {
        var charset = Charsets.detect(file);
        return detect(file, charset, limits);
    }

    private static Layout detect(Path file, String charset, Limits limits) throws IOException {
        var sample = sample(file, charset);
        if (Row.trimmed(sample).isEmpty()) {
            throw new Unreadable("empty");
        }
        char quote = quote(sample);
        var announced = ANNOUNCED.matcher(sample);
        boolean says = announced.find();
        char delimiter = says ? announced.group(1).charAt(0) : delimiter(sample, quote, limits);
        var rows = rows(sample, delimiter, quote, limits);
        if (says) {
            rows = rows.subList(1, rows.size());
        }
        int header = Headers.find(rows);
        return Layout.csv(charset, delimiter, quote, header > 0 && says ? header + 1 : header);
    }

    private static String sample(Path file, String charset) throws IOException {
        try (Reader reader = Charsets.reader(file, charset)) {
            char[] chars = new char[SAMPLE_CHARS];
            int length = 0;
            for (int n = 0; n >= 0 && length < chars.length; n = reader.read(chars, length, chars.length - length)) {
                length += n;
            }
            return new String(chars, 0, length);
        }
    }

    private static char quote(String sample) {
        boolean single = sample.indexOf('"') < 0
                && Pattern.compile("(^|[,;\\t|])'[^'\\n]*'([,;\\t|]|\\R|$)", Pattern.MULTILINE)
                                .matcher(sample)
                                .results()
                                .limit(4)
                                .count()
                        >= 4;
        return single ? '\'' : '"';
    }

    private static char delimiter(String sample, char quote, Limits limits) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : DELIMITERS) {
            double score = score(rows(sample, candidate, quote, limits));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of rows with the commonest number of columns, weighed a little by that number. */
    private static double score(List<List<String>> rows) {
        int columns = Headers.commonest(rows);
        if (columns < 2) {
            return 0;
        }
        long agreeing = rows.stream().filter(r -> r.size() == columns).count();
        return (double) agreeing / rows.size() * (1 + Math.log(columns) / 10);
    }

    /** The sample's rows; an unclosed quote ends them, the whole reading will name it. */
    private static List<List<String>> rows(String sample, char delimiter, char quote, Limits limits) {
        var rows = new ArrayList<List<String>>();
        try (var reader = new CsvReader(new StringReader(sample), delimiter, quote, limits)) {
            for (var cells = reader.next(); cells != null && rows.size() < SAMPLE_ROWS; cells = reader.next()) {
                if (!cells.blank()) {
                    rows.add(cells.values);
                }
            }
        } catch (Unreadable cut) {
            return rows;
        }
        return rows;
    }
}
