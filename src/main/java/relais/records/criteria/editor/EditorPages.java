package relais.records.criteria.editor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.records.lists.RecordMark;
import relais.ui.Option;

/** What the templates of the criteria editor show. */
final class EditorPages {
    private EditorPages() {}

    /** The page. */
    public record Show(
            String plural,
            String title,
            String sub,
            String sentence,
            String back,
            String apply,
            Group root,
            String estimate,
            List<Map.Entry<String, String>> state,
            @Nullable String viewKey,
            boolean mayShare) {}

    /** A group or a condition. */
    public sealed interface Node {}

    /**
     * A group of conditions.
     *
     * @param head what stands before the kind in the first group: "Un client qui remplit"
     */
    public record Group(
            String place,
            String id,
            boolean root,
            String icon,
            String head,
            String kind,
            String kindWord,
            String add,
            List<Node> nodes,
            boolean focused)
            implements Node {}

    /** One condition as words. */
    public record Condition(
            String place,
            String id,
            String field,
            String fieldWord,
            List<Word> words,
            String form,
            String error,
            boolean focused)
            implements Node {}

    /** One word behind the first of a condition: an operator or a value. */
    public record Word(String text, boolean value) {}

    /** What a group asks of its conditions. */
    public record Kinds(String action, List<Map.Entry<String, String>> state, String current, List<Option> kinds) {}

    /**
     * A figure over related records being put together.
     *
     * @param error what is wrong with the value
     */
    public record Related(
            ConditionForms.Places places,
            String path,
            String label,
            List<Option> measures,
            String measure,
            List<Option> operators,
            String operator,
            ConditionPages.Control control,
            @Nullable Period period,
            @Nullable Choices kinds,
            @Nullable String error) {}

    /** Only what lies in so many days counts. */
    public record Period(List<Option> dates, String date, String days, @Nullable String error) {}

    /** Only these count; all when none is chosen. */
    public record Choices(String label, List<ConditionPages.Item> items) {}

    /** How many match. */
    public record Estimate(
            String figure,
            String unit,
            String ignored,
            long millis,
            List<Step> steps,
            List<Counted> counted,
            List<First> first,
            String firstOf,
            String list,
            @Nullable String change) {}

    /** One step of the funnel; its width of 100. */
    public record Step(String label, String figure, int width, int shade) {}

    /** The figure behind one condition. */
    public record Counted(String id, String text) {}

    /** One of the first records. */
    public record First(RecordMark mark, String tier, String tierLabel) {}
}
