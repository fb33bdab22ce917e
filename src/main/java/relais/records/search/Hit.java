package relais.records.search;

import relais.records.types.Snapshot;

/**
 * A record that was found, with the fields that name and mark it.
 *
 * @param matched the value by which it was found when that is not its name: a phone number, an e-mail, a reference
 */
public record Hit(Snapshot record, String matched) {}
