package relais.records.imports.columns;

import java.util.List;
import relais.platform.text.Dates;
import relais.records.types.FieldType;

/**
 * What one column of a file holds.
 *
 * @param header its name in the file
 * @param label that name as a person would say it
 * @param rows how many rows were looked at
 * @param filled how many of them say something
 * @param examples some of its values
 * @param distinct every value when there are at most 30, most frequent first; empty when there are more
 * @param type the field type that holds it
 * @param likeness what its values look like beyond their type
 * @param order whether days or months come first
 * @param french whether one comma before three digits begins decimals
 */
public record ColumnProfile(
        int index,
        String header,
        String label,
        long rows,
        long filled,
        List<String> examples,
        List<Value> distinct,
        FieldType type,
        Likeness likeness,
        Dates.Order order,
        boolean french) {

    /** One value and how many rows have it. */
    public record Value(String text, long count) {}

    /** What values look like. */
    public enum Likeness {
        EMPTY,
        EMAIL,
        PHONE,
        COUNTRY,
        PLAIN
    }

    public ColumnProfile {
        examples = List.copyOf(examples);
        distinct = List.copyOf(distinct);
    }

    /** The share of filled rows in percent. */
    public int fill() {
        return rows == 0 ? 0 : (int) Math.round(100.0 * filled / rows);
    }
}
