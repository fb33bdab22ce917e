package relais.records.types;

import static org.jooq.impl.DSL.name;

import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of an object in SQL, and the condition that tells its rows from those of others in the same table. */
public final class TypeSql {
    private TypeSql() {}

    /** The table. */
    public static Table<?> table(ObjectType type) {
        return table(type.table());
    }

    /** A table by its schema and name. */
    public static Table<?> table(String qualified) {
        var parts = qualified.split("\\.");
        return DSL.table(name(parts[0], parts[1]));
    }

    /** The condition on rows under this alias; a literal, so that each object has plans of its own. */
    public static Condition only(ObjectType type, String alias) {
        return type.own() == null
                ? DSL.noCondition()
                : DSL.field(name(alias, "object"), SQLDataType.CLOB).eq(DSL.inline(type.name()));
    }
}
