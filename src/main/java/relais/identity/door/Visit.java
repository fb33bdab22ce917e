package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import relais.identity.Account;
import relais.identity.Actor;
import relais.identity.Workspace;

/**
 * A signed-in person in a workspace: what a live session says about the request that carries it.
 *
 * @param workspaces those that this session may enter
 * @param proof how the person proved who they are
 * @param since when they did
 */
public record Visit(
        UUID session,
        String token,
        Account account,
        Workspace workspace,
        Actor actor,
        List<Workspace> workspaces,
        Proof proof,
        Instant since) {

    private static final String ATTRIBUTE = Visit.class.getName();

    /** The visit that sent this request, none before sign-in. */
    public static Optional<Visit> of(HttpServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
    }

    /** Whether the session looks through the eyes of a colleague: it reads, and never writes. */
    public boolean viewing() {
        return actor.reach().veiled();
    }

    /** What every form of this session in this workspace must carry. */
    String formToken() {
        return formToken(workspace.id());
    }

    String formToken(UUID inWorkspace) {
        return Tokens.keyed(token, "form:" + inWorkspace);
    }

    void bind(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
