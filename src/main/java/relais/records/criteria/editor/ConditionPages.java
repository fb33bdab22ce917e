package relais.records.criteria.editor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;

/** What the templates of single conditions show. */
final class ConditionPages {
    private ConditionPages() {}

    /** The choice of a field. */
    public record Choose(List<Group> groups) {}

    /** Fields of one part of the card. */
    public record Group(String label, List<Link> links) {}

    /** One field to choose. */
    public record Link(String label, String icon, String href) {}

    /**
     * One condition being put together.
     *
     * @param state what goes along unchanged
     * @param post whether it is sent as a form of the editor
     * @param again where the form comes from anew when the operator changes
     */
    public record Form(
            String action,
            String again,
            List<Map.Entry<String, String>> state,
            String field,
            String label,
            List<Option> operators,
            String operator,
            Control control,
            @Nullable String error,
            String back,
            boolean post) {}

    /** How values are typed or chosen. */
    public sealed interface Control {
        /** No value. */
        record None() implements Control {}

        /** A few words. */
        record Words(String value) implements Control {}

        /** One or two figures or days. */
        record Typed(List<String> values, String type, String unit) implements Control {}

        /** One or several of a list. */
        record Listed(List<Item> items, boolean several, boolean free) implements Control {}
    }

    /** One of a list. */
    public record Item(String value, String label, boolean chosen) {}
}
