package relais.identity.door;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Tells Spring Security that the request comes from a live session; rights are asked of the actor, not of it. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Visit visit;

    SignedIn(Visit visit) {
        super(List.of());
        this.visit = visit;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return visit.account().id();
    }
}
