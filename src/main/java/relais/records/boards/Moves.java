package relais.records.boards;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.forms.RecordForms;
import relais.records.forms.Saved;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Toasts;
import relais.ui.Words;

/** Moves a card to another column: an edit of one field, with its undo. */
@Component
class Moves {
    private final Records records;
    private final RecordForms forms;

    Moves(Records records, RecordForms forms) {
        this.records = records;
        this.forms = forms;
    }

    void move(ObjectType type, UUID id, Field by, String to, int version, HttpServletResponse response) {
        Actor.current().require(type.name(), Action.UPDATE);
        var record = records.find(type.name(), id).orElseThrow(NotFound::new);
        var values = Values.object();
        values.set(by.name(), to.isEmpty() ? Values.none() : Values.text(to));
        var intent = new Intent("record.edit", Map.of("subject", record.title(), "field", Labels.field(type, by)));
        switch (forms.update(type.name(), id, version == 0 ? null : version, intent, values)) {
            case Saved.Done done -> {
                if (done.operation() != null) {
                    Toasts.undoable(response, said(record, type, by, to), done.operation());
                }
            }
            case Saved.Rejected rejected ->
                throw new Refused(
                        "board.rejected", Labels.problem(rejected.problems().getFirst()));
            case Saved.Clash clash ->
                throw new Refused(
                        "board.clash",
                        record.title(),
                        clash.conflict().rows().getFirst().who());
            case Saved.Gone gone -> throw new NotFound();
        }
    }

    private static String said(Snapshot record, ObjectType type, Field by, String to) {
        return Words.t(
                "board.moved", record.title(), to.isEmpty() ? Words.t("board.none") : Labels.choice(type, by, to));
    }
}
