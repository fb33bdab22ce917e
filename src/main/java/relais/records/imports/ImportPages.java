package relais.records.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Ledger;
import relais.ui.Option;
import relais.ui.Pager;
import relais.ui.Step;

/** What the pages of imports show. */
final class ImportPages {
    private ImportPages() {}

    /** The list of imports, one of them on top. */
    public record Index(@Nullable Result result, List<Progress> running, List<Waiting> waiting, List<Done> done) {}

    /** What an import came to. */
    public record Result(
            UUID id,
            String title,
            Ledger ledger,
            int refused,
            boolean undoable,
            String note,
            @Nullable String problem) {}

    /** A run under way. */
    public record Progress(
            UUID id,
            String fileName,
            String note,
            boolean paused,
            boolean trying,
            int percent,
            long done,
            long rows,
            long rate,
            String left,
            int refused) {
        public boolean live() {
            return !paused;
        }
    }

    /** A file whose columns are being mapped. */
    public record Waiting(UUID id, String fileName, String note, String href) {}

    /** An import that ended. */
    public record Done(
            UUID id,
            String fileName,
            String note,
            long rows,
            int created,
            int updated,
            int refused,
            String state,
            String kind,
            String after,
            boolean undoable) {}

    /** The page that takes a file. */
    public record Upload(
            List<Option> objects,
            List<Step> steps,
            String largest,
            @Nullable String problem,
            Option chosen) {}

    /** The page that maps columns. */
    public record Columns(
            UUID id,
            String title,
            List<Step> steps,
            int known,
            List<Column> columns,
            List<RuleRow> rules,
            List<Option> moreRules,
            List<DefaultField> defaults,
            FileFacts file,
            @Nullable Preview preview,
            List<Option> kept,
            List<Option> fieldTypes,
            String matching) {}

    /** One column and where it goes. */
    public record Column(
            int index,
            String header,
            String examples,
            String target,
            String icon,
            List<Group> targets,
            boolean made,
            String label,
            String type,
            String rule,
            List<Option> rules,
            boolean ruled,
            String fill,
            List<Word> words,
            String untranslated,
            String skipped) {
        /** How the word for the target looks: new, left out, or known. */
        public String looks() {
            return made ? "val" : target.equals("skip") ? "op mute" : "";
        }
    }

    /** Targets that belong together. */
    public record Group(String label, List<Option> options) {}

    /** A value of the file that has to be translated. */
    public record Word(int index, String text, String code, List<Option> codes) {}

    /** One rule by which customers are recognised. */
    public record RuleRow(String rule, String label, String hits, boolean first) {}

    /** A value that new records get. */
    public record DefaultField(String name, String label, String value, List<Option> options) {}

    /** How the file is written. */
    public record FileFacts(
            String name,
            String content,
            String writing,
            String dates,
            String charset,
            String delimiter,
            List<Option> charsets,
            List<Option> delimiters,
            String sheet,
            List<Option> sheets,
            int headerRow) {
        public boolean csv() {
            return sheets.isEmpty();
        }
    }

    /** One row as the record it will become. */
    public record Preview(
            long number,
            boolean more,
            String title,
            String initials,
            String hue,
            boolean organisation,
            List<Line> lines,
            List<String> problems) {}

    /** A value of the preview. */
    public record Line(String label, String value, boolean made) {}

    /** What a dry run found. */
    public record Trial(
            UUID id,
            String title,
            List<Step> steps,
            boolean trying,
            int percent,
            Ledger ledger,
            String note,
            int writable,
            Differences differences,
            Duplicates duplicates,
            Rejections rejections) {}

    /** Records that would change. */
    public record Differences(int records, int values, List<Changed> changed, List<FieldCount> fields, Pager pager) {}

    /** How many values of one field would change. */
    public record FieldCount(String label, int count) {}

    /** One record that would change. */
    public record Changed(long number, String title, String href, String reference, List<Value> values) {}

    /** One value that would change, or is kept. */
    public record Value(
            String field, String label, String before, String after, String rule, boolean kept, boolean written) {}

    /** Likely duplicates. */
    public record Duplicates(int all, int undecided, List<Duplicate> rows, String more) {}

    /**
     * One likely duplicate.
     *
     * @param advice the decision proposed, empty once one is taken
     */
    public record Duplicate(
            long number,
            String title,
            String lines,
            String before,
            String other,
            String href,
            String reason,
            boolean inFile,
            String advice,
            boolean link,
            boolean create) {}

    /** Rows that can't be taken, by reason. */
    public record Rejections(int all, List<Rejection> reasons) {}

    /** One reason and its first row. */
    public record Rejection(String reason, String example, int count) {}
}
