package relais.identity;

/** Slot: what a module puts into a new workspace; called inside its creation, as the system, bound to it. */
public interface WorkspaceSeed {
    /** Adds this module's defaults to the new workspace. */
    void seed(Workspace workspace);
}
