package relais.records.forms;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import relais.records.formulas.Computations;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** Whole forms of any object: empty, of a record, or again with what was typed and refused. */
@Service
public class FormPages {
    private final FieldViews views;
    private final FormReader reader;
    private final Computations computations;

    FormPages(FieldViews views, FormReader reader, Computations computations) {
        this.views = views;
        this.reader = reader;
        this.computations = computations;
    }

    /** The form of a new record; what was typed so far stays, nothing is refused yet. */
    public FormPage blank(ObjectType type, ObjectNode defaults, MultiValueMap<String, String> typed) {
        var read = reader.read(type, typed);
        read.problems().clear();
        return filled(type, defaults, read, true);
    }

    /** What a form sent. */
    public Submission submission(ObjectType type, MultiValueMap<String, String> form) {
        return reader.read(type, form);
    }

    /** The values that could be read, whatever else is wrong. */
    public ObjectNode read(ObjectType type, MultiValueMap<String, String> form) {
        return reader.read(type, form).values();
    }

    /** The form of a new record again, with what was refused. */
    public FormPage again(ObjectType type, ObjectNode defaults, Submission read) {
        return filled(type, defaults, read, false);
    }

    private FormPage filled(ObjectType type, ObjectNode defaults, Submission read, boolean fresh) {
        var values = defaults.deepCopy();
        values.setAll(read.values());
        if (fresh) {
            computations.of(type).preset(values, read.values(), computations.day());
        }
        return page(views.blank(type, values), read, fresh);
    }

    /** The form of a record. */
    public FormPage of(Snapshot record) {
        return new FormPage(views.form(record), true, null);
    }

    /** The form of a record again, with what was refused. */
    public FormPage again(Snapshot record, Submission read) {
        return page(views.form(record), read, false);
    }

    private static FormPage page(List<SectionView> sections, Submission read, boolean fresh) {
        var filled = sections.stream()
                .map(s -> new SectionView(
                        s.name(),
                        s.label(),
                        s.fields().stream().map(read::again).toList()))
                .toList();
        var whole = read.problems().get("");
        return new FormPage(filled, fresh, whole == null ? null : Labels.problem(whole));
    }
}
