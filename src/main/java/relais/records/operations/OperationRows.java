package relais.records.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;
import relais.records.changes.Operation;
import relais.records.seal.Seals;
import relais.ui.Avatars;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;

/** The rows of the thread, in the words of the current language. */
final class OperationRows {
    private OperationRows() {}

    static List<OperationPages.Row> of(
            List<Operation> operations, OperationAddress address, @Nullable UUID chosen, Map<UUID, Seals.Mark> marks) {
        var rows = new ArrayList<OperationPages.Row>();
        LocalDate before = null;
        long seal = -1;
        for (var operation : operations) {
            var day = operation.at().atZone(Face.current().zone()).toLocalDate();
            var mark = marks.get(operation.id());
            rows.add(row(
                    operation,
                    mark == null || mark.number() == seal ? null : mark(mark),
                    day.equals(before) ? null : day,
                    address,
                    operation.id().equals(chosen)));
            before = day;
            seal = mark == null ? seal : mark.number();
        }
        return rows;
    }

    private static OperationPages.Mark mark(Seals.Mark seal) {
        var day = seal.at().atZone(Face.current().zone()).toLocalDate();
        return new OperationPages.Mark(
                day.equals(Formats.today()) ? Formats.time(seal.at()) : Formats.moment(seal.at()),
                Words.t("proof.mark", seal.operations()),
                seal.print());
    }

    private static OperationPages.Row row(
            Operation operation,
            OperationPages.@Nullable Mark mark,
            @Nullable LocalDate day,
            OperationAddress address,
            boolean chosen) {
        return new OperationPages.Row(
                operation.id(),
                mark,
                day == null ? null : day(day),
                Formats.time(operation.at()),
                Formats.moment(operation.at()),
                who(operation),
                operation.sentence(),
                Formats.number(records(operation)),
                origin(operation),
                state(operation),
                chosen,
                address.one(operation.id(), Map.of()));
    }

    private static String day(LocalDate day) {
        var today = Formats.today();
        if (day.equals(today)) {
            return Words.t("operations.today");
        }
        var name = day.equals(today.minusDays(1)) ? Words.t("operations.yesterday") : Formats.longDate(day);
        return name.substring(0, 1).toUpperCase(Face.language()) + name.substring(1);
    }

    static OperationPages.Who who(Operation operation) {
        return new OperationPages.Who(
                operation.actorName(),
                Avatars.initials(operation.actorName()),
                Avatars.hue(operation.actorId()),
                operation.actorKind() != Actor.Kind.USER);
    }

    /** An undo counts what it was aimed at, not only what it could restore. */
    static int records(Operation operation) {
        return operation.undoOf() == null
                ? operation.changes()
                : operation.reversed() + operation.kept() + operation.blocked();
    }

    static String origin(Operation operation) {
        var origin = operation.origin();
        if (origin.startsWith("api ")) {
            return Words.t("operations.origin.api", origin.substring(4));
        }
        return Words.t(origin.startsWith("web") ? "operations.origin.web" : "operations.origin.relais");
    }

    static OperationPages.State state(Operation operation) {
        if (operation.definitive()) {
            return new OperationPages.State(OperationPages.State.Kind.FINAL, Words.t("operations.state.final"));
        }
        if (operation.undone()) {
            return new OperationPages.State(OperationPages.State.Kind.UNDONE, Words.t("operations.state.undone"));
        }
        if (operation.kept() + operation.blocked() > 0) {
            return new OperationPages.State(
                    OperationPages.State.Kind.PARTIAL,
                    operation.undoOf() == null
                            ? Words.t(
                                    "operations.state.partial",
                                    operation.changes(),
                                    operation.changes() + operation.blocked())
                            : Words.t("operations.state.partial", operation.reversed(), records(operation)));
        }
        return new OperationPages.State(OperationPages.State.Kind.OPEN, Words.t("operations.state.open"));
    }
}
