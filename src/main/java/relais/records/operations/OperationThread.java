package relais.records.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.changes.Operation;
import relais.records.changes.OperationSlice;
import relais.records.changes.Operations;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Pager;
import relais.ui.Words;

/** The page of operations at one address. */
@Component
class OperationThread {
    static final int LINES = 50;

    private final Operations operations;
    private final OperationFilters filters;
    private final Proofs proofs;

    OperationThread(Operations operations, OperationFilters filters, Proofs proofs) {
        this.operations = operations;
        this.filters = filters;
        this.proofs = proofs;
    }

    @Transactional(readOnly = true)
    OperationPages.Show page(OperationAddress address, OperationPages.@Nullable Pane pane) {
        var slice = operations.page(address.filter(Face.current().zone()), address.place(), LINES);
        return new OperationPages.Show(
                proofs.proof().orElse(null),
                OperationRows.of(
                        slice.operations(),
                        address,
                        pane == null ? null : pane.id(),
                        address.whole() ? proofs.marks(slice.operations()) : Map.of()),
                filters.chips(address),
                filters.form(address),
                pager(slice, address),
                pane,
                address.list(),
                Actor.current().may(Operations.NAME, Action.EXPORT) ? address.export() : null);
    }

    private static Pager pager(OperationSlice slice, OperationAddress address) {
        List<Operation> shown = new ArrayList<>(slice.operations());
        if (shown.isEmpty()) {
            return new Pager(Words.t("operations.none"), "", "");
        }
        int first = slice.newer() ? address.position() : 1;
        int last = first + shown.size() - 1;
        return new Pager(
                Words.t("operations.lines", Formats.number(first), Formats.number(last)),
                slice.newer() ? address.newer(shown.getFirst().id(), Math.max(1, first - LINES)) : "",
                slice.older() ? address.older(shown.getLast().id(), last + 1) : "");
    }
}
