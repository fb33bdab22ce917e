package relais.platform.jobs;

/** Slot: what a module does in the background; repeating a run must do no harm, since a killed one is run again. */
public interface JobHandler {
    /** The name under which jobs are submitted; it stays the same for ever. */
    String name();

    /** Runs with workspace and actor bound; returning means done, an exception means again later. */
    void run(JobContext job) throws Exception;
}
