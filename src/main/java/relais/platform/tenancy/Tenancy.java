package relais.platform.tenancy;

import java.util.UUID;

/** Which workspace the current work is for: bound once at the edge, read by every transaction. */
public final class Tenancy {
    /** The workspace of the current request or job. */
    public static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Tenancy() {}

    /** The current workspace's id; fails when no workspace is bound, so that nothing runs without one by mistake. */
    public static UUID id() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No workspace is bound to this work"));
    }
}
