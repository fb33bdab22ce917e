package relais.records.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Words;

/** What the settings show of formulas, roll-ups and rules. */
final class DerivedPages {
    private DerivedPages() {}

    /** What stands beside the table of fields. */
    public sealed interface Side permits FormulaPane, RollUpPane, RulePane {
        String title();
    }

    /** The names that every field of the workspace's own has. */
    public record Naming(String labelFr, String labelEn, String section, List<Option> sections) {}

    /** Something to put into a formula. */
    public record Insert(String text, String label, String help) {}

    /** What can be put into a formula. */
    public record Inserts(List<Insert> fields, List<Insert> functions) {}

    /**
     * One formula in its input.
     *
     * @param check the address that reads it while it is typed
     */
    public record Input(String name, String label, String hint, String value, String check, Checked checked) {}

    /** What reading a formula came to: a mistake at its place, or what it makes of real records. */
    public record Checked(@Nullable Wrong wrong, String result, List<Sample> samples) {
        static final Checked NOTHING = new Checked(null, "", List.of());
    }

    /** A mistake with the text around it and what to put there instead. */
    public record Wrong(
            String sentence, List<String> parts, @Nullable String repair, String repaired) {}

    /** What the formula makes of one record; the note says why there is nothing. */
    public record Sample(String record, String value, String note) {}

    /** The form of a formula field; without an id it is new. */
    public record FormulaPane(
            @Nullable UUID id,
            String title,
            String path,
            Naming naming,
            Input formula,
            Inserts inserts,
            Map<String, String> problems,
            FieldPages.@Nullable Existing existing)
            implements Side {
        public String action() {
            return path + "/formulas" + (id == null ? "" : "/" + id);
        }

        public @Nullable String problem(String input) {
            return problems.get(input);
        }
    }

    /** One condition on the records that count. */
    public record Row(
            String field,
            String operator,
            String value,
            List<Option> operators,
            List<Option> choices,
            boolean valued,
            String type) {}

    /** The form of a roll-up field; without an id it is new. */
    public record RollUpPane(
            @Nullable UUID id,
            String title,
            String path,
            Naming naming,
            String way,
            List<Option> ways,
            String figure,
            List<Option> figures,
            String measured,
            List<Option> measurable,
            List<Option> conditions,
            List<Row> rows,
            Map<String, String> problems,
            FieldPages.@Nullable Existing existing)
            implements Side {
        public String action() {
            return path + "/rollups" + (id == null ? "" : "/" + id);
        }

        public String again() {
            return path + "/rollups/" + (id == null ? "new" : id.toString());
        }

        public @Nullable String problem(String input) {
            return problems.get(input);
        }
    }

    /** What is asked of the values of one field. */
    public record RulePane(
            String title,
            String path,
            String field,
            Input valid,
            String messageFr,
            String messageEn,
            Input required,
            String preset,
            boolean single,
            boolean singleFits,
            Inserts inserts,
            Map<String, String> problems)
            implements Side {
        public String action() {
            return path + "/rules/" + field;
        }

        public @Nullable String problem(String input) {
            return problems.get(input);
        }

        public String about() {
            return Words.t("fields.rules.about");
        }
    }
}
