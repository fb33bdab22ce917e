package relais.records.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Pager;
import relais.ui.Tab;

/** What the templates of lists show. */
final class ListPages {
    private ListPages() {}

    /** The page of a list. */
    public record Show(
            Names names,
            String plural,
            String count,
            List<Tab> tabs,
            View view,
            List<Chip> chips,
            List<String> notices,
            String filter,
            String criteria,
            List<Map.Entry<String, String>> state,
            Columns columns,
            List<Head> heads,
            List<Row> rows,
            Pager pager,
            @Nullable Nothing nothing,
            @Nullable Bulk bulk,
            Rights rights) {

        /** How many columns the table has. */
        public int width() {
            return heads.size() + (bulk == null ? 0 : 1);
        }
    }

    /** What the records of the list are called. */
    public record Names(String object, String one, String many, String title, String create) {}

    /** What the visitor may do here. */
    public record Rights(boolean create, boolean imports, boolean export) {}

    /** The view being shown, and what can be done with it. */
    public record View(
            String name,
            String key,
            boolean differs,
            boolean editable,
            boolean shared,
            boolean mayShare,
            String reset) {}

    /** One filter as a part of a sentence. */
    public record Chip(String label, String operator, String value, String remove, String edit) {}

    /** The choice of columns. */
    public record Columns(List<Column> all, List<Map.Entry<String, String>> state, String usual) {}

    /** A column that can be shown. */
    public record Column(String name, String label, boolean shown) {}

    /**
     * The head of a column.
     *
     * @param href sorts by it; empty when it can't be sorted by
     * @param sorted {@code ascending}, {@code descending} or nothing
     * @param hint why it can't be sorted by
     * @param index where an administrator has the field indexed
     * @param cls {@code n} for figures, {@code hide-m} when phones leave it out
     */
    public record Head(String label, String href, @Nullable String sorted, String hint, String index, String cls) {}

    /** One record. */
    public record Row(String id, int version, RecordMark identity, List<Placed> cells) {}

    /** A cell and the class of its column. */
    public record Placed(Cell cell, String cls) {}

    /** A list without rows: why, and what to do about it. */
    public record Nothing(String icon, String title, String text, String href, String action) {}

    /** What can be done with chosen rows. */
    public record Bulk(
            List<Set> sets,
            boolean tags,
            boolean delete,
            boolean export,
            boolean many,
            String everything,
            String action) {}

    /** A field that chosen rows can be given one value of. */
    public record Set(String field, String label, String icon, List<Option> values, boolean optional) {}
}
