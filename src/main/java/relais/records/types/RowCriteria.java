package relais.records.types;

import org.jooq.Condition;

/** Slot: compiles the conditions that a role sets for the rows of an object; the language of conditions lies above. */
public interface RowCriteria {
    /** The rows under this alias that fulfil the conditions; nothing when they can't be read. */
    Condition rows(ObjectType type, String alias, String conditions);
}
