package relais.records.operations;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.records.Records;
import relais.records.changes.Operation;
import relais.records.changes.Operations;
import relais.records.changes.Provenance;
import relais.records.changes.Remainder;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Words;

/** What an undo left as it is: each record with the reason and what would come back. */
@Component
class Leftovers {
    private final Operations operations;
    private final ObjectTypes types;
    private final Records records;
    private final RecordLinks links;

    Leftovers(Operations operations, ObjectTypes types, Records records, RecordLinks links) {
        this.operations = operations;
        this.types = types;
        this.records = records;
        this.links = links;
    }

    OperationPages.Leftovers of(Operation undo, String outcome, int limit) {
        var left = operations.remainders(undo.id(), outcome, limit);
        boolean kept = outcome.equals(Remainder.KEPT);
        int all = kept ? undo.kept() : undo.blocked();
        return new OperationPages.Leftovers(
                Words.t("operations.left." + outcome),
                kept,
                left.stream().map(r -> leftover(undo, r)).toList(),
                Math.max(0, all - left.size()));
    }

    private OperationPages.Leftover leftover(Operation undo, Remainder left) {
        var type = types.of(left.object());
        var title = OperationPanes.title(left.title(), Labels.object(type));
        var now = left.current();
        return new OperationPages.Leftover(
                title,
                Avatars.initials(title),
                Avatars.hue(left.record()),
                now == null ? null : links.of(type, left.record(), now.values()),
                reason(type, left),
                List.of(),
                now == null || !left.outcome().equals(Remainder.KEPT)
                        ? null
                        : OperationAddress.PATH + "/" + undo.id() + "/kept/" + left.record());
    }

    private String reason(ObjectType type, Remainder left) {
        var words = "undo." + left.outcome() + "." + left.reason();
        if (!left.outcome().equals(Remainder.KEPT)) {
            return Words.has(words)
                    ? Words.t(words, left.args().toArray())
                    : Words.t("problem." + left.reason(), left.args().toArray());
        }
        return left.args().stream()
                .map(String::valueOf)
                .findFirst()
                .flatMap(field -> since(type, left, field))
                .orElseGet(() -> Words.t(words));
    }

    /** Who wrote the value that stays, and when. */
    private Optional<String> since(ObjectType type, Remainder left, String field) {
        return records.provenance(left.object(), left.record(), field)
                .map(Provenance::operation)
                .map(o -> Words.t(
                        "operations.kept.since", Labels.field(type, field), o.actorName(), Formats.moment(o.at())));
    }
}
