package relais.records.operations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Undo;
import relais.records.changes.ChangePlace;
import relais.records.changes.ChangedRecord;
import relais.records.changes.Operation;
import relais.records.changes.Operations;
import relais.records.changes.Remainder;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Words;

/** One operation beside the thread: what it changed record by record, what its undo left, the next step. */
@Component
class OperationPanes {
    static final String SHOW = "show";
    static final String AT = "at";
    static final String RECORD = "record";

    private static final int SHOWN = 50;
    private static final int TITLE = 90;

    private final Operations operations;
    private final ObjectTypes types;
    private final Undo undo;
    private final Differences differences;
    private final Leftovers leftovers;
    private final RecordLinks links;

    OperationPanes(
            Operations operations,
            ObjectTypes types,
            Undo undo,
            Differences differences,
            Leftovers leftovers,
            RecordLinks links) {
        this.operations = operations;
        this.types = types;
        this.undo = undo;
        this.differences = differences;
        this.leftovers = leftovers;
        this.links = links;
    }

    /** The pane; {@code show} names a list of leftovers, {@code at} a place among the changes. */
    @Transactional(readOnly = true)
    OperationPages.Pane of(Operation operation, OperationAddress address, String show, String at) {
        boolean left = show.equals(Remainder.KEPT) || show.equals(Remainder.BLOCKED);
        return new OperationPages.Pane(
                operation.id(),
                operation.sentence(),
                lead(operation),
                OperationRows.state(operation),
                operation.undoOf() == null ? null : equation(operation, address),
                left ? null : one(operation, address, at).orElse(null),
                left ? leftovers.of(operation, show, SHOWN) : null,
                operation.undoOf() == null && operation.blocked() > 0 && !left
                        ? address.one(operation.id(), Map.of(SHOW, Remainder.BLOCKED))
                        : null,
                undo.may(operation),
                operation.undoOf() != null,
                seen(operation.undoneBy(), address),
                seen(operation.undoOf(), address),
                address.list(),
                address.one(operation.id(), Map.of()));
    }

    private @Nullable String seen(@Nullable UUID id, OperationAddress address) {
        return id == null
                ? null
                : operations.find(id).map(o -> address.one(id, Map.of())).orElse(null);
    }

    private String lead(Operation operation) {
        var said = Words.t("operations.lead", operation.actorName(), Formats.moment(operation.at()));
        var undone = operation.undoOf() == null ? Optional.<Operation>empty() : operations.find(operation.undoOf());
        return undone.map(o -> said + " " + Words.t("operations.lead.of", o.sentence(), o.actorName()))
                .orElse(said);
    }

    private static OperationPages.Equation equation(Operation operation, OperationAddress address) {
        return new OperationPages.Equation(
                OperationRows.records(operation),
                operation.reversed(),
                operation.kept(),
                operation.blocked(),
                address.one(operation.id(), Map.of()),
                address.one(operation.id(), Map.of(SHOW, Remainder.KEPT)),
                address.one(operation.id(), Map.of(SHOW, Remainder.BLOCKED)));
    }

    private Optional<OperationPages.One> one(Operation operation, OperationAddress address, String at) {
        var place = Place.read(at);
        var found = operations.changes(operation.id(), place.after(), 2);
        return found.stream().findFirst().map(c -> one(operation, c, found.size() > 1, place.number(), address));
    }

    private OperationPages.One one(
            Operation operation, ChangedRecord changed, boolean more, int number, OperationAddress address) {
        var change = changed.change();
        var type = types.of(change.object());
        return new OperationPages.One(
                title(changed.title(), Labels.object(type)),
                Labels.object(type),
                Avatars.initials(title(changed.title(), Labels.object(type))),
                Avatars.hue(change.record()),
                changed.current() == null
                        ? null
                        : links.of(type, change.record(), changed.current().values()),
                Words.t("operations.one.position", number, operation.changes()),
                number == 1 ? null : previous(operation, changed, number, address),
                more ? at(operation, changed.place(), number + 1, address) : null,
                differences.of(change),
                version(change.versionBefore(), change.versionAfter()));
    }

    static String title(String title, String otherwise) {
        var line = title.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? otherwise : line.length() > TITLE ? line.substring(0, TITLE) + "…" : line;
    }

    private @Nullable String previous(
            Operation operation, ChangedRecord changed, int number, OperationAddress address) {
        var before = operations.changesBefore(operation.id(), changed.place(), 2);
        if (before.isEmpty()) {
            return null;
        }
        var start = before.size() < 2 ? ChangePlace.START : before.getFirst().place();
        return at(operation, start, number - 1, address);
    }

    private static String at(Operation operation, ChangePlace after, int number, OperationAddress address) {
        return address.one(operation.id(), Map.of(AT, new Place(after, number).written()));
    }

    private static String version(@Nullable Integer before, @Nullable Integer after) {
        if (before == null) {
            return Words.t("operations.version.created");
        }
        return after == null
                ? Words.t("operations.version.removed", before)
                : Words.t("operations.version.changed", before, after);
    }

    /** A place among the changes as it stands in the address: behind which change, and the number to show. */
    record Place(ChangePlace after, int number) {
        static Place read(String text) {
            var parts = text.split("_");
            if (parts.length != 4 || !text.matches("-?\\d{1,11}_\\d{1,9}_-?\\d{1,9}_[1-9]\\d{0,8}")) {
                return new Place(ChangePlace.START, 1);
            }
            var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            return new Place(new ChangePlace(at, Integer.parseInt(parts[2])), Integer.parseInt(parts[3]));
        }

        String written() {
            return after.at().getEpochSecond() + "_" + after.at().getNano() + "_" + after.seq() + "_" + number;
        }
    }
}
