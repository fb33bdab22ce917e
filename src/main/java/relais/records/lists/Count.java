package relais.records.lists;

/**
 * How many records match.
 *
 * @param more whether there are more than that
 */
public record Count(int n, boolean more) {}
