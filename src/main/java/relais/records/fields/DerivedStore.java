package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.platform.text.Fold;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.ChoiceLines;
import relais.records.types.FieldDescription;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.work.Work;
import relais.records.work.Works;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Adds and changes fields that Relais keeps itself, through the writer. */
@Component
class DerivedStore {
    private static final int LONGEST = 60;

    private final FieldStore fields;
    private final Records records;
    private final Works works;

    DerivedStore(FieldStore fields, Records records, Works works) {
        this.fields = fields;
        this.records = records;
        this.works = works;
    }

    /** How a field is called and where it stands. */
    record Names(String labelFr, String labelEn, String section) {
        static Names read(MultiValueMap<String, String> params) {
            return new Names(text(params, "labelFr"), text(params, "labelEn"), text(params, "section"));
        }
    }

    static String text(MultiValueMap<String, String> params, String name) {
        var value = params.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What is wrong with the names, by input. */
    Map<String, String> problems(ObjectType type, Names names, String own) {
        var problems = new LinkedHashMap<String, String>();
        if (names.labelFr().isEmpty() || names.labelFr().length() > LONGEST) {
            problems.put("labelFr", Words.t("fields.wrong.label"));
        } else if (fields.takenLabels(type, own).contains(Fold.key(names.labelFr()))) {
            problems.put("labelFr", Words.t("fields.wrong.taken"));
        }
        if (names.labelEn().length() > LONGEST) {
            problems.put("labelEn", Words.t("fields.wrong.label"));
        }
        if (!FieldView.sectionNames(type).contains(names.section())) {
            problems.put("section", Words.t("fields.wrong.section"));
        }
        return problems;
    }

    /** Writes a new field, or another description of one that is there. */
    Operated<Outcome> save(
            ObjectType type, @Nullable Snapshot field, Names names, FieldType result, ObjectNode derivation) {
        var values = derivation.deepCopy();
        values.put("labelFr", names.labelFr());
        values.put("labelEn", names.labelEn().isEmpty() ? names.labelFr() : names.labelEn());
        values.put("section", names.section());
        if (field != null) {
            return records.write(
                    Intent.of("field.update", names.labelFr()),
                    w -> w.update(FieldDescription.NAME, field.id(), null, values));
        }
        values.put("object", type.name());
        values.put("code", FieldForm.fresh(ChoiceLines.code(names.labelFr()), fields.usedCodes(type, names.labelFr())));
        values.put("type", result.name());
        values.put("position", fields.ids(type).size() + 1);
        return records.write(Intent.of("field.create", names.labelFr()), w -> w.create(FieldDescription.NAME, values));
    }

    /** Answers what was written; where many records get their value in the background, that is followed. */
    @Nullable
    String done(
            HttpServletResponse response,
            Operated<Outcome> saved,
            @Nullable Snapshot field,
            Names names,
            ObjectType type) {
        FieldsController.done(
                response, saved, field == null ? "fields.added" : "fields.changed", names.labelFr(), type);
        if (saved.operation() != null) {
            works.unfinished(saved.operation())
                    .map(Work::id)
                    .ifPresent(id -> response.setHeader("Location", Works.path(id)));
        }
        return null;
    }
}
