package relais.records.types;

import java.util.regex.Pattern;

/**
 * Keeps texts of CSV files from running as formulas in a spreadsheet: those that begin like one get an apostrophe in
 * front, and reading takes exactly that one away again.
 */
public final class FormulaGuard {
    private static final Pattern DANGEROUS = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
    private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");

    private FormulaGuard() {}

    /** The text as a CSV file may hold it. */
    public static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was guarded; any other one as it is. */
    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
