package relais.records.forms;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole form.
 *
 * @param fresh whether it shows stored or empty values: nothing was refused
 * @param problem what is wrong with the whole
 */
public record FormPage(
        List<SectionView> sections, boolean fresh, @Nullable String problem) {
    /** Every field in its order. */
    public List<FieldView> fields() {
        return stream().toList();
    }

    /** The field of this name; fails when the form has none. */
    public FieldView field(String name) {
        return stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    /** The fields that were refused. */
    public List<FieldView> refused() {
        return stream().filter(f -> f.error() != null).toList();
    }

    /** Whether a field other than these was refused. */
    public boolean refusedBeyond(Set<String> names) {
        return refused().stream().anyMatch(f -> !names.contains(f.name()));
    }

    private Stream<FieldView> stream() {
        return sections.stream().flatMap(s -> s.fields().stream());
    }
}
