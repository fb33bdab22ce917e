package relais.records.objects;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.records.types.FieldUses;
import relais.ui.Option;
import relais.ui.Words;

/** What the settings of one object show. */
final class ObjectPages {
    private ObjectPages() {}

    /**
     * The form of an object.
     *
     * @param address the word in its addresses, empty while it is being made
     * @param boards the fields that can make the columns of a board
     * @param deletion what deleting it would touch, null while it is being made
     */
    public record Form(
            String title,
            String action,
            String back,
            ObjectForm form,
            String address,
            List<Icon> icons,
            List<ObjectForm.Line> sections,
            List<Option> boards,
            Map<String, String> problems,
            @Nullable Deletion deletion) {

        public @Nullable String problem(String input) {
            var key = problems.get(input);
            return key == null ? null : Words.t(key);
        }

        public boolean fresh() {
            return deletion == null;
        }
    }

    /** One icon to choose. */
    public record Icon(String name, boolean chosen) {}

    /** What deleting an object touches; when something uses it, it is not deleted. */
    public record Deletion(String action, String sentence, List<FieldUses.Use> uses) {}
}
