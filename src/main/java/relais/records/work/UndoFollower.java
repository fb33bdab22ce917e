package relais.records.work;

import java.util.UUID;

/** Slot: what a module takes back beside the records, once an operation of its own was taken back in the background. */
public interface UndoFollower {
    /** The operation was taken back; runs as the one who asked for it. */
    void undone(UUID operation);
}
