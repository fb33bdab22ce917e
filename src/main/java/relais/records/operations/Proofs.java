package relais.records.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.changes.Operation;
import relais.records.changes.Operations;
import relais.records.seal.Finding;
import relais.records.seal.Seals;
import relais.records.seal.Verifications;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;

/** What is proved, in the words of the current language: until when history is sealed, and what the last look found. */
@Component
class Proofs {
    static final String HEAD = OperationAddress.PATH + "/head.json";
    private static final int SHOWN = 5;

    private final Seals seals;
    private final Verifications verifications;

    Proofs(Seals seals, Verifications verifications) {
        this.seals = seals;
        this.verifications = verifications;
    }

    /** For those who see what everybody did. */
    @Transactional(readOnly = true)
    Optional<OperationPages.Proof> proof() {
        var actor = Actor.current();
        if (!actor.may(Operations.NAME, Action.READ) || !actor.reach().everything()) {
            return Optional.empty();
        }
        return Optional.of(
                proof(seals.status(), verifications.latest().orElse(null), actor.may(Operations.NAME, Action.EXPORT)));
    }

    Map<UUID, Seals.Mark> marks(List<Operation> operations) {
        return operations.isEmpty() || proofless()
                ? Map.of()
                : seals.marks(operations.stream().map(Operation::id).toList());
    }

    private static boolean proofless() {
        return !Actor.current().may(Operations.NAME, Action.READ);
    }

    private static OperationPages.Proof proof(
            Seals.Status status, Verifications.@Nullable Verification last, boolean export) {
        boolean running = last != null && last.running();
        var found = last == null ? List.<Finding>of() : last.report().findings();
        long all = last == null ? 0 : last.report().found();
        boolean broken = all > 0;
        boolean whole = last != null && !running && !broken;
        return new OperationPages.Proof(
                running ? "info" : broken ? "bad" : whole ? "good" : "",
                broken ? "shield-alert" : whole ? "shield-check" : "shield",
                Words.t("proof.state." + (running ? "running" : broken ? "broken" : whole ? "intact" : "never")),
                last == null || last.endedAt() == null ? "" : Words.t("proof.verified", ago(last.endedAt())),
                Formats.number(status.operations()),
                status.at().map(Proofs::ago).orElse(Words.t("proof.none"))
                        + (status.waiting() == 0 ? "" : " · " + Words.t("proof.waiting", status.waiting())),
                status.print(),
                running,
                found.stream().limit(SHOWN).map(Proofs::said).toList(),
                Math.max(0, all - SHOWN),
                export ? HEAD : null);
    }

    private static String said(Finding finding) {
        return Words.t("proof.found." + finding.kind(), finding.args().toArray());
    }

    private static String ago(Instant at) {
        boolean today = at.atZone(Face.current().zone()).toLocalDate().equals(Formats.today());
        return today ? Formats.time(at) : Formats.moment(at);
    }
}
