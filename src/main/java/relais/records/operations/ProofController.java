package relais.records.operations;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Forbidden;
import relais.records.changes.Operations;
import relais.records.seal.Seals;
import relais.records.seal.Verifications;
import relais.ui.Leave;

/** Has the chain of seals verified, and hands out its head to be kept elsewhere. */
@Controller
class ProofController {
    private final Verifications verifications;
    private final Seals seals;

    ProofController(Verifications verifications, Seals seals) {
        this.verifications = verifications;
        this.seals = seals;
    }

    @PostMapping(OperationAddress.PATH + "/verification")
    @Nullable
    String verify(HttpServletResponse response) {
        require();
        verifications.start();
        return Leave.to(OperationAddress.PATH, response);
    }

    @GetMapping(Proofs.HEAD)
    ResponseEntity<String> head() {
        require();
        var head = seals.head();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"relais-" + head.workspace() + "-" + head.seal() + ".json\"")
                .body(head.text() + "\n");
    }

    /** The chain is that of the whole workspace. */
    private static void require() {
        Actor.current().require(Operations.NAME, Action.EXPORT);
        if (!Actor.current().reach().everything()) {
            throw new Forbidden(Operations.NAME, Action.EXPORT);
        }
    }
}
