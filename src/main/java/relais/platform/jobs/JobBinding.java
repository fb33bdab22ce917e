package relais.platform.jobs;

/** Slot: binds what a job needs to know of the one it acts as; the rights are read again when it runs. */
public interface JobBinding {
    /** Runs the work with the job's actor bound. */
    void run(JobContext job, Work work) throws Exception;

    /** The work inside the binding. */
    interface Work {
        void run() throws Exception;
    }
}
