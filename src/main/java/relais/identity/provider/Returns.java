package relais.identity.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Audit;
import relais.identity.door.Tokens;
import relais.identity.door.Visit;
import relais.platform.tenancy.Tenancy;

/** What somebody brings back from the provider: compared with what they took along, then exchanged and read. */
@Service
class Returns {
    private final Discovery discovery;
    private final Asking asking;
    private final IdTokens tokens;
    private final Arrivals arrivals;
    private final Audit audit;

    Returns(Discovery discovery, Asking asking, IdTokens tokens, Arrivals arrivals, Audit audit) {
        this.discovery = discovery;
        this.asking = asking;
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.audit = audit;
    }

    /** What the address says that the provider sent somebody back to. */
    record Back(
            String state,
            String code,
            String error,
            @Nullable String issuer) {}

    /** Who comes in. */
    Arrivals.Arrived enter(Provider provider, Departure departure, Back back) throws Unsaid {
        return within(provider, () -> arrivals.of(provider, said(provider, departure, back)));
    }

    /** Links the provider's name for somebody with the account of whoever set out, and is here still. */
    void link(Provider provider, Departure departure, Back back, Optional<Visit> visit) throws Unsaid {
        var here = visit.filter(one -> one.account().id().equals(departure.account()));
        if (here.isEmpty()) {
            throw new Unsaid("state");
        }
        within(provider, () -> {
            arrivals.link(provider, said(provider, departure, back), here.get().account());
            return true;
        });
    }

    private JWTClaimsSet said(Provider provider, Departure departure, Back back) throws Unsaid {
        if (!Tokens.same(departure.state(), back.state())) {
            throw new Unsaid("state");
        }
        if (!back.error().isEmpty()) {
            throw new Unsaid(back.error().equals("access_denied") ? "denied" : "refused");
        }
        var described = discovery.of(provider.issuer());
        boolean other = back.issuer() != null ? !provider.issuer().equals(back.issuer()) : described.named();
        if (back.code().isEmpty() || other) {
            throw new Unsaid("state");
        }
        var token = asking.token(provider, described, departure, back.code());
        return tokens.read(token, provider, described, departure.nonce());
    }

    private interface Work<T> {
        T run() throws Unsaid;
    }

    private <T> T within(Provider provider, Work<T> work) throws Unsaid {
        return ScopedValue.where(Tenancy.CURRENT, provider.workspace()).<T, Unsaid>call(() -> {
            try {
                return work.run();
            } catch (Unsaid unsaid) {
                audit.addAnyway(Audit.Kind.SIGN_IN_FAILED, null, "", provider.name(), "provider " + unsaid.code());
                throw unsaid;
            }
        });
    }
}
