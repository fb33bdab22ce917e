package relais.identity.door;

import java.util.UUID;

/**
 * A sign-in that waits for its second step.
 *
 * @param enrolment whether the person has to choose a second factor first
 */
public record HalfSignIn(String hash, UUID account, UUID workspace, boolean enrolment) {}
