package relais.identity.door;

import java.util.Optional;
import java.util.UUID;

/** Slot: something that a person can show beside the password. */
public interface SecondFactor {
    /** Whether the account has one that works. */
    boolean enrolled(UUID account);

    /** Makes ready what somebody needs to take it up, who will be asked to. */
    default void prepare(UUID account) {}

    /** How the second step offers it, unless its page asks for it itself. */
    default Optional<SignInWay.Offer> offer() {
        return Optional.empty();
    }

    /** Takes every one away from the account. */
    void remove(UUID account);
}
