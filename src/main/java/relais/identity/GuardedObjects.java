package relais.identity;

import java.util.List;

/** Slot: the objects that a module guards by rights, named in the language of the page, for the matrix of rights. */
public interface GuardedObjects {
    /** The objects in the order in which people should read them. */
    List<GuardedObject> all();
}
