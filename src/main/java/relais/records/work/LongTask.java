package relais.records.work;

/** Slot: writing of one kind that is done step by step; a step runs in one transaction, as the one who started it. */
public interface LongTask {
    /** The name under which such work is kept; it stays the same for ever. */
    String name();

    /** Does the next slice behind the work's place. */
    Step next(Work work);

    /** Does what belongs to the end, once the last step is committed; an exception is told and does no harm. */
    default void ended(Work work) {}

    /**
     * What a step did.
     *
     * @param place where the next step goes on
     * @param done how many records it went through
     * @param written how many it changed
     * @param left how many it had to leave as they are
     */
    record Step(String place, int done, int written, int left, boolean last) {}
}
