package relais.records.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Pager;
import relais.ui.Tab;
import relais.ui.Words;

/** What the templates of lists show. */
final class ListPages {
    private ListPages() {}

    /**
     * The page of a list.
     *
     * @param list where it is, {@code board} the same records in columns, empty when no field has choices
     * @param unshown how many of the workspace's own fields have no column because there are so many
     * @param chooser where the choice of columns is fetched when it is opened
     */
    public record Show(
            Names names,
            String plural,
            String count,
            String list,
            String board,
            List<Tab> tabs,
            View view,
            List<Chip> chips,
            List<String> notices,
            String filter,
            String criteria,
            List<Map.Entry<String, String>> state,
            long unshown,
            String chooser,
            List<Head> heads,
            List<Row> rows,
            Places places,
            Foot foot,
            @Nullable Nothing nothing,
            @Nullable Bulk bulk,
            Rights rights) {

        /** How many columns the table has. */
        public int width() {
            return heads.size() + (bulk == null ? 0 : 1);
        }
    }

    /** What the records of the list are called. */
    public record Names(String object, String one, String many, String title, String create, String importing) {}

    /** What the visitor may do here. */
    public record Rights(boolean create, boolean imports, boolean export) {}

    /** The view being shown, and what can be done with it. */
    public record View(
            String name,
            String key,
            boolean differs,
            boolean editable,
            boolean shared,
            boolean pinned,
            boolean mayShare,
            String reset) {
        /** What the button says that saves what is shown. */
        public String saving() {
            return Words.t(editable ? "list.view.save.as" : "list.view.save");
        }
    }

    /** One filter as a part of a sentence. */
    public record Chip(String label, String operator, String value, String remove, String edit) {}

    /**
     * The choice of columns and of the order.
     *
     * @param action where the choice is sent
     * @param more how many of the workspace's own fields have no column because there are so many
     * @param keys what the list can be sorted by
     * @param first the key that sorts first, {@code second} the next one or nothing
     */
    public record Columns(
            String action,
            List<Column> all,
            long more,
            List<Option> keys,
            String first,
            String second,
            List<Map.Entry<String, String>> state,
            String usual) {}

    /** A column that can be shown. */
    public record Column(String name, String label, boolean shown) {}

    /**
     * The head of a column.
     *
     * @param href sorts by it; empty when it can't be sorted by
     * @param also makes it the second key
     * @param sorted {@code ascending}, {@code descending} or nothing
     * @param rank 1 or 2 when the list is sorted by two keys, else 0
     * @param hint why it can't be sorted by
     * @param index where an administrator has the field indexed
     * @param cls {@code n} for figures, {@code hide-m} when phones leave it out
     */
    public record Head(
            String label,
            String href,
            String also,
            @Nullable String sorted,
            int rank,
            String hint,
            String index,
            String cls) {
        /** The arrow that tells the direction. */
        public String arrow() {
            return sorted == null ? "chevrons-up-down" : sorted.equals("descending") ? "arrow-down" : "arrow-up";
        }
    }

    /** One record. */
    public record Row(String id, int version, RecordMark identity, List<Placed> cells) {}

    /**
     * A cell in its column.
     *
     * @param cls the class of the column
     * @param edit the field that the visitor may write here, or null
     */
    public record Placed(Cell cell, String cls, @Nullable String edit) {}

    /** One row alone, with or without its choice box. */
    public record Single(Row row, boolean choice) {}

    /**
     * Addresses for what works on rows in their place.
     *
     * @param records where the fields of records are edited
     * @param rows where one row is shown alone
     * @param query what the list shows, behind a question mark
     * @param list the list itself
     * @param first the position of the first row
     */
    public record Places(String records, String rows, String query, String list, int first) {}

    /**
     * The foot.
     *
     * @param total where the number of all is asked for, empty without rows
     * @param sum what the figures shown come to, or nothing
     */
    public record Foot(Pager pager, String total, String sum) {}

    /**
     * The records beside one in the list that it was reached from.
     *
     * @param list where the list is
     * @param position "7 of 214", or nothing
     * @param previous the card before, {@code next} the one after; empty where the list ends
     */
    public record Beside(String list, String view, String position, String previous, String next) {}

    /** A list without rows: why, and what to do about it. */
    public record Nothing(String icon, String title, String text, String href, String action) {}

    /** What can be done with chosen rows. */
    public record Bulk(
            List<Set> sets,
            List<Option> edits,
            boolean tags,
            boolean delete,
            boolean export,
            List<Act> more,
            boolean many,
            String everything,
            String action) {}

    /** Something that is done with chosen rows on a page of its own. */
    public record Act(String change, String label, String icon) {}

    /** A field that chosen rows can be given one value of. */
    public record Set(String field, String label, String icon, List<Option> values, boolean optional) {}
}
