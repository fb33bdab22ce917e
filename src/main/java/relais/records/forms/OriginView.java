package relais.records.forms;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;
import relais.records.changes.Provenance;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Avatars;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;

/**
 * Where a value comes from, as its popover tells it.
 *
 * @param previous what stood there before, null when nothing did
 */
public record OriginView(
        FieldView field,
        @Nullable Provenance provenance,
        @Nullable FieldView previous) {
    static OriginView of(Snapshot record, FieldView field, @Nullable Provenance provenance, FieldViews views) {
        var former = provenance == null ? null : provenance.previous();
        if (former == null || Values.empty(former)) {
            return new OriginView(field, provenance, null);
        }
        var values = record.values().deepCopy();
        values.set(field.name(), former);
        var before = new Snapshot(record.type(), record.id(), record.version(), values);
        return new OriginView(field, provenance, views.one(before, field.field()));
    }

    private Provenance known() {
        if (provenance == null) {
            throw new IllegalStateException("The origin is not known");
        }
        return provenance;
    }

    /** Who wrote the value, and how. */
    public String who() {
        var operation = known().operation();
        var kind = operation.actorKind().name().toLowerCase(Locale.ROOT);
        return Words.t("origin.by." + kind, operation.actorName());
    }

    public String initials() {
        return Avatars.initials(known().operation().actorName());
    }

    public String hue() {
        return Avatars.hue(known().operation().actorId());
    }

    public boolean byPerson() {
        return known().operation().actorKind() == Actor.Kind.USER;
    }

    /** When, in full. */
    public String when() {
        return Words.t(
                "origin.when",
                Formats.longDate(known().at().atZone(Face.current().zone()).toLocalDate()),
                Formats.time(known().at()));
    }

    /** What the operation was. */
    public String what() {
        return known().operation().sentence();
    }
}
