package relais.records.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.forms.FieldView;
import relais.records.forms.FieldViews;
import relais.records.forms.SectionView;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.ui.Avatars;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;

/** Puts the card of an own object's record together, as it is today or was known at the end of a day. */
@Component
class OwnCards {
    private final ObjectTypes types;
    private final Records records;
    private final FieldViews fields;
    private final CardHistory history;
    private final Related related;

    OwnCards(ObjectTypes types, Records records, FieldViews fields, CardHistory history, Related related) {
        this.types = types;
        this.records = records;
        this.fields = fields;
        this.history = history;
        this.related = related;
    }

    /** The own object whose records lie there; nobody may know of one that he may not read. */
    ObjectType type(String plural) {
        return types.plural(plural)
                .filter(t -> t.own() != null)
                .filter(t -> Actor.current().may(t.name(), Action.READ))
                .orElseThrow(NotFound::new);
    }

    Snapshot record(ObjectType type, UUID id) {
        return records.find(type.name(), id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    OwnCardPages.Card today(ObjectType type, UUID id) {
        var record = record(type, id);
        return card(record, fields.sections(record), related.of(record), null);
    }

    /** The card at the end of a past day; empty when the record was not known yet. */
    @Transactional(readOnly = true)
    Optional<OwnCardPages.Card> at(ObjectType type, UUID id, LocalDate day) {
        record(type, id);
        return records.asOf(type.name(), id, end(day)).map(then -> {
            var sections = fields.sections(then).stream()
                    .map(s -> new SectionView(
                            s.name(),
                            s.label(),
                            s.fields().stream().map(FieldView::readOnly).toList()))
                    .toList();
            return card(then, sections, List.of(), day);
        });
    }

    private OwnCardPages.Card card(
            Snapshot record, List<SectionView> sections, List<OwnCardPages.Group> groups, @Nullable LocalDate day) {
        var type = record.type();
        return new OwnCardPages.Card(
                names(type),
                heading(record),
                sections,
                history.page(record, day == null ? null : end(day), ""),
                groups,
                day == null && Actor.current().may(type.name(), Action.DELETE),
                day,
                Formats.today());
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Face.current().zone()).toInstant().minusMillis(1);
    }

    @Transactional(readOnly = true)
    OwnCardPages.History older(ObjectType type, UUID id, String before) {
        return history.page(record(type, id), null, before);
    }

    @Transactional(readOnly = true)
    List<OwnCardPages.Group> related(ObjectType type, UUID id) {
        return related.of(record(type, id));
    }

    static OwnCardPages.Names names(ObjectType type) {
        return new OwnCardPages.Names(
                type.name(), type.plural(), Labels.object(type), Labels.objects(type), type.icon());
    }

    static OwnCardPages.Heading heading(Snapshot record) {
        var type = record.type();
        var title = record.title().isBlank() ? Words.t("list.nameless") : record.title();
        return new OwnCardPages.Heading(
                record.id(),
                title,
                Avatars.hue(record.id()),
                type.icon(),
                line(record),
                "/" + type.plural() + "/" + record.id());
    }

    /** What it is, and where it stands on the board. */
    private static String line(Snapshot record) {
        var type = record.type();
        var made = type.own();
        var stage = made == null || made.board() == null
                ? ""
                : type.field(made.board())
                        .filter(f -> f.type() == FieldType.CHOICE)
                        .map(f -> ValueText.of(type, f, record.value(f.name()), java.util.Map.of()))
                        .orElse("");
        var object = Labels.object(type);
        var what = object.substring(0, 1).toUpperCase(Face.language()) + object.substring(1);
        return stage.isEmpty() ? what : what + " · " + stage;
    }
}
