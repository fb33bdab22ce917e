package relais.identity.door;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Memberships;
import relais.identity.Workspace;

/** The workspaces that somebody may enter by what they prove themselves, without the word of a provider. */
@Component
public class Places {
    private final Memberships memberships;
    private final SignInRules rules;

    Places(Memberships memberships, SignInRules rules) {
        this.memberships = memberships;
        this.rules = rules;
    }

    /** Those of the account, the oldest membership first. */
    public List<Workspace> of(UUID account) {
        var open = memberships.open(account);
        if (open.isEmpty()) {
            return open;
        }
        var closed = rules.closedTo(account);
        return open.stream()
                .filter(workspace -> !closed.contains(workspace.id()))
                .toList();
    }

    /** Whether the account belongs to a workspace that only its provider opens. */
    public boolean byProviderOnly(UUID account) {
        return of(account).isEmpty() && !memberships.open(account).isEmpty();
    }
}
