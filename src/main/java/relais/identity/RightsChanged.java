package relais.identity;

/** What somebody may do has changed, and is committed: whatever was kept of it is to be read again. */
public record RightsChanged() {}
