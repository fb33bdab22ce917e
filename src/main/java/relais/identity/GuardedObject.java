package relais.identity;

/** An object whose records are guarded by rights, as the matrix of rights names it. */
public record GuardedObject(String name, String label) {}
