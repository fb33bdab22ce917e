package relais.records.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.records.types.FieldUses;
import relais.ui.Option;
import relais.ui.Tab;
import relais.ui.Words;

/** What the settings of objects and fields show. */
final class FieldPages {
    private FieldPages() {}

    /** The objects, the fields of the chosen one, and the field beside them. */
    public record Show(
            List<Tab> tabs,
            List<Entry> objects,
            List<Entry> own,
            String object,
            String icon,
            String title,
            String about,
            boolean changeable,
            boolean imports,
            List<Row> rows,
            @Nullable Pane pane,
            DerivedPages.@Nullable Side side) {

        /** The same with another thing beside the table. */
        Show beside(DerivedPages.Side other) {
            return new Show(tabs, objects, own, object, icon, title, about, changeable, imports, rows, null, other);
        }

        /** Whether something stands beside the table. */
        public boolean open() {
            return pane != null || side != null;
        }

        /** What the part beside the table is called. */
        public String besideTitle() {
            return side != null
                    ? side.title()
                    : pane != null && pane.id() != null ? pane.title() : Words.t("fields.new");
        }

        public String path() {
            return ObjectsTab.PATH + "/" + object;
        }

        /** Every object, the workspace's own behind the standard ones. */
        public List<Entry> every() {
            return Stream.concat(objects.stream(), own.stream()).toList();
        }

        /** The pane that a phone shows. */
        public boolean onPhone(String part) {
            return part.equals("pane") == open();
        }
    }

    /** One object to choose. */
    public record Entry(String label, String icon, String href, int fields, boolean current) {}

    /**
     * One field in the table.
     *
     * @param id null for a standard field, which cannot be changed here
     */
    public record Row(
            @Nullable UUID id,
            String name,
            String label,
            String icon,
            String type,
            String rule,
            String uses,
            boolean slow,
            boolean first,
            boolean last,
            boolean chosen,
            String fill,
            String href,
            @Nullable String rules) {}

    /** The form of one field. */
    public record Pane(
            @Nullable UUID id,
            String title,
            FieldForm form,
            String code,
            List<Type> types,
            List<Option> sections,
            List<FieldForm.Line> choices,
            List<Option> targets,
            Map<String, String> problems,
            @Nullable Existing existing) {

        public @Nullable String problem(String input) {
            var key = problems.get(input);
            return key == null ? null : Words.t(key);
        }

        public boolean choosing() {
            return form.choosing();
        }
    }

    /** One type to choose. */
    public record Type(String name, String label, String icon, boolean chosen) {}

    /** What is known of a field that exists: its type in words, how many records hold a value, its index. */
    public record Existing(
            String type,
            String icon,
            String holding,
            boolean slow,
            boolean indexable,
            String history,
            List<FieldUses.Use> uses,
            List<Option> types) {}

    /** What a change of type would touch: how many values read, how many are lost, some of both. */
    public record Touched(int read, int lost, List<Example> examples, List<Example> losses) {}

    /** One value before and after. */
    public record Example(String title, String before, String after) {}

    /** The page that shows what a change of type would touch. */
    public record TypePreview(String label, String from, String to, String code, String path, Touched preview) {}

    /** How full the fields are, sent when the table is there. */
    public record Filled(List<Share> shares) {}

    /** The share of one field. */
    public record Share(String id, String text) {}
}
