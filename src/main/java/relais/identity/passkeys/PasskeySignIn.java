package relais.identity.passkeys;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.door.HalfSignIn;
import relais.identity.door.Opening;
import relais.identity.door.Places;
import relais.identity.door.Proof;
import relais.identity.door.SecondStep;
import relais.identity.door.SignIn;

/** Signing in with a passkey: alone, or as the second step after the password. */
@Service
class PasskeySignIn {
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final Accounts accounts;
    private final Places places;
    private final SecondStep step;
    private final Opening opening;
    private final Clock clock;

    PasskeySignIn(
            Passkeys passkeys,
            Ceremonies ceremonies,
            Accounts accounts,
            Places places,
            SecondStep step,
            Opening opening,
            Clock clock) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.accounts = accounts;
        this.places = places;
        this.step = step;
        this.opening = opening;
        this.clock = clock;
    }

    /** What the browser needs to sign. */
    String options(Challenge challenge, Optional<HalfSignIn> half) {
        var allowed = half.map(one -> passkeys.of(one.account())).orElse(List.of());
        return ceremonies.signing(challenge, allowed);
    }

    /** Who signed, and what that opens. */
    SignIn.Result enter(String response, Challenge challenge, Optional<HalfSignIn> half) {
        var account = signed(response, challenge);
        if (account.isEmpty()) {
            return new SignIn.Result.Wrong();
        }
        if (half.isPresent() && half.get().account().equals(account.get().id())) {
            return step.prove(half.get(), () -> Optional.of(Proof.KEY));
        }
        var open = places.of(account.get().id());
        if (open.isEmpty()) {
            boolean elsewhere = places.byProviderOnly(account.get().id());
            return elsewhere ? new SignIn.Result.Elsewhere() : new SignIn.Result.Wrong();
        }
        return opening.open(account.get(), open.getFirst(), Proof.PASSKEY);
    }

    private Optional<Account> signed(String response, Challenge challenge) {
        try {
            var claimed = passkeys.find(ceremonies.claimed(response));
            if (claimed.isEmpty()
                    || !passkeys.spend(challenge.text(), clock.instant().plus(REMEMBERED))) {
                return Optional.empty();
            }
            var signed = ceremonies.signed(response, challenge, claimed.get());
            passkeys.used(signed.id(), signed.counter(), signed.backedUp());
            return accounts.find(signed.account()).filter(account -> !account.disabled());
        } catch (Unproved unproved) {
            return Optional.empty();
        }
    }
}
