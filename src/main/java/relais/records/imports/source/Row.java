package relais.records.imports.source;

import java.util.List;

/**
 * One row of data.
 *
 * @param number counted from 1, without header and empty rows
 * @param line where it begins in the file, counted from 1
 * @param cells as many as the header has, as written, blank ones empty
 */
public record Row(long number, long line, List<String> cells, List<Flaw> flaws) {
    public Row {
        cells = List.copyOf(cells);
        flaws = List.copyOf(flaws);
    }

    /** The cell without the blanks around it. */
    public String cell(int column) {
        return column < cells.size() ? trimmed(cells.get(column)) : "";
    }

    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' && c != 0 || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
