package relais.records.work;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Undo;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;
import relais.ui.Formats;
import relais.ui.Words;

/** Long work as its page shows it. */
@Component
class WorkView {
    private final OperationLog operations;
    private final Undo undo;
    private final Clock clock;

    WorkView(OperationLog operations, Undo undo, Clock clock) {
        this.operations = operations;
        this.undo = undo;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    WorkPages.Show of(Work work) {
        var operation = operations.find(work.operation(), false);
        boolean ended = work.state() == Work.State.DONE || work.state() == Work.State.STOPPED;
        return new WorkPages.Show(
                work.id(),
                operation.map(Operation::sentence).orElse(""),
                Words.t("work.state." + work.state()),
                tone(work),
                work.problem().isEmpty() ? "" : Words.t("work.problem." + work.problem()),
                work.state(),
                percent(work),
                work.done(),
                Math.max(work.total(), work.done()),
                work.written(),
                work.left(),
                left(work),
                operation
                        .filter(o -> o.changes() > 0 && o.kept() + o.blocked() > 0)
                        .map(o -> "/operations/" + o.id() + "?show=" + (o.blocked() > 0 ? "blocked" : "kept"))
                        .orElse(null),
                work.back(),
                operation
                        .filter(o -> ended && o.changes() > 0 && undo.may(o))
                        .map(Operation::id)
                        .orElse(null));
    }

    private static String tone(Work work) {
        return switch (work.state()) {
            case RUNNING -> "info";
            case DONE -> "good";
            case STOPPED -> "warn";
            case FAILED -> "bad";
        };
    }

    private static int percent(Work work) {
        if (work.state() == Work.State.DONE) {
            return 100;
        }
        return work.total() == 0 ? 0 : (int) Math.min(99, 100L * work.done() / work.total());
    }

    private String left(Work work) {
        if (!work.running() || work.done() == 0) {
            return "";
        }
        var spent = Duration.between(work.startedAt(), clock.instant());
        long seconds = spent.toSeconds() * Math.max(0, work.total() - work.done()) / work.done();
        return Formats.duration(Duration.ofSeconds(seconds));
    }
}
