package relais.identity.door;

/** What is asked of somebody whose password was right. */
public enum Demand {
    NOTHING,
    /** The second factor that they have. */
    PROOF,
    /** To choose a second factor first, since a workspace of theirs demands one. */
    ENROLMENT
}
