package relais.records.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.text.Fold;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.changes.Change;
import relais.records.changes.OperationLog;
import relais.records.forms.FieldView;
import relais.records.forms.FieldViews;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Ledger;
import relais.ui.Term;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Puts the page together that explains a separation before it is done. */
@Component
class SeparationView {
    private static final int FACTS = 8;
    private static final int TITLE = 90;

    private final Separations separations;
    private final FieldViews fields;
    private final ReferenceNames names;
    private final OperationLog operations;
    private final Verdicts verdicts;
    private final Records records;

    SeparationView(
            Separations separations,
            FieldViews fields,
            ReferenceNames names,
            OperationLog operations,
            Verdicts verdicts,
            Records records) {
        this.verdicts = verdicts;
        this.records = records;
        this.separations = separations;
        this.fields = fields;
        this.names = names;
        this.operations = operations;
    }

    @Transactional(readOnly = true)
    MergePages.Separation of(UUID id) {
        var plan = separations.plan(id);
        var type = plan.survivor().type();
        Actor.current().require(type.name(), Action.UPDATE);
        var others = plan.others().stream().map(Snapshot::title).collect(Collectors.joining(", "));
        var sides = new ArrayList<MergePages.Side>();
        sides.add(side(plan.after(), ""));
        plan.others().forEach(o -> sides.add(side(o, Words.t("merge.given.back"))));
        return new MergePages.Separation(
                id,
                Words.t("merge.separate.title", others, plan.survivor().title()),
                Words.t(
                        "merge.separate.lead",
                        plan.operation().actorName(),
                        Formats.moment(plan.operation().at())),
                ledger(plan, others),
                sides,
                plan.since().stream().map(s -> arrived(s, plan)).toList(),
                plan.kept().entrySet().stream()
                        .map(e -> kept(plan.survivor(), e.getKey(), e.getValue()))
                        .toList(),
                "/" + type.plural() + "/" + plan.survivor().id());
    }

    /** The merges that led to this record, the latest first. */
    @Transactional(readOnly = true)
    MergePages.History history(ObjectType type, UUID id) {
        var survivor = records.find(type.name(), id).orElseThrow(NotFound::new);
        var byOperation = new LinkedHashMap<UUID, List<UUID>>();
        for (var merged : verdicts.into(id)) {
            if (merged.operation() != null) {
                byOperation.computeIfAbsent(merged.operation(), o -> new ArrayList<>()).add(merged.record());
            }
        }
        var rows = new ArrayList<MergePages.Past>();
        byOperation.forEach((operation, ids) -> operations.find(operation, false).ifPresent(o -> rows.add(new MergePages.Past(
                "/merges/" + operation,
                records.find(type.name(), ids).values().stream().map(Snapshot::title).collect(Collectors.joining(", ")),
                Words.t("merge.separate.lead", o.actorName(), Formats.moment(o.at()))))));
        return new MergePages.History(
                Words.t("merge.history", survivor.title()), "/" + type.plural() + "/" + id, type.plural(), rows);
    }

    private static Ledger ledger(Separations.Plan plan, String others) {
        int all = plan.staying() + plan.returning() + plan.since().size();
        var parts = List.of(
                new Term(
                        plan.staying(),
                        Words.t("merge.term.stay", plan.survivor().title()),
                        ""),
                new Term(plan.returning(), Words.t("merge.term.return", others), ""),
                new Term(
                        plan.since().size(),
                        Words.t("merge.term.since"),
                        "",
                        !plan.since().isEmpty()));
        return new Ledger(Words.t("merge.ledger"), new Term(all, Words.t("merge.term.all"), ""), parts);
    }

    private MergePages.Side side(Snapshot record, String sub) {
        var facts = fields.sections(record).stream()
                .flatMap(s -> s.fields().stream())
                .filter(f -> !f.empty() && f.field().writable() && !f.name().equals("kind"))
                .limit(FACTS)
                .map(FieldView::readOnly)
                .toList();
        var reference = record.text("reference");
        return new MergePages.Side(
                record.id(),
                record.title(),
                sub.isEmpty() ? reference : reference.isEmpty() ? sub : reference + ", " + sub,
                Avatars.initials(record.title()),
                Avatars.hue(record.id()),
                !record.text("kind").equals("person"),
                facts);
    }

    /** What names one of those that come back is proposed to go with it. */
    private static MergePages.Arrived arrived(Snapshot record, Separations.Plan plan) {
        var text = Fold.key(record.title());
        Optional<Snapshot> named =
                plan.others().stream().filter(o -> names(text, o)).findFirst();
        var line = record.title().strip().lines().findFirst().orElse("");
        return new MergePages.Arrived(
                record.id(),
                record.type().icon(),
                line.isEmpty()
                        ? Labels.object(record.type())
                        : line.length() > TITLE ? line.substring(0, TITLE) + "…" : line,
                Formats.moment(Instant.parse(record.text(Snapshot.CREATED))),
                named.map(o -> Words.t("merge.why.named", o.title())).orElse(Words.t("merge.why.stays")),
                named.orElse(plan.survivor()).id());
    }

    private static boolean names(String text, Snapshot other) {
        var title = Fold.key(other.title());
        return !title.isEmpty() && (" " + text + " ").contains(" " + title + " ");
    }

    private MergePages.Kept kept(Snapshot survivor, String field, Change change) {
        var who = operations
                .find(change.operation(), false)
                .map(o -> o.actorName() + ", " + Formats.moment(change.at()))
                .orElse("");
        return new MergePages.Kept(
                Labels.field(survivor.type(), field),
                text(survivor, field, change.before()),
                text(survivor, field, survivor.values()),
                who);
    }

    private String text(Snapshot record, String name, @Nullable ObjectNode values) {
        var state = Objects.requireNonNullElseGet(values, Values::object);
        return record.type()
                .field(name)
                .map(f -> ValueText.of(record.type(), f, state.path(name), names.of(record.type(), List.of(state))))
                .orElse("");
    }
}
