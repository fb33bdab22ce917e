package relais.records.lists;

import static org.jooq.impl.DSL.name;
import static relais.records.types.Field.Trait.RANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Storage;

/**
 * The records that bear one tag: a range of the tagging table's index, which lies in the order of their names and
 * carries what decides who sees them. Looking for the tag record by record reads far more.
 *
 * @param key the folded tag
 * @param rest what else the records must fulfil
 */
record TagRange(ObjectType type, Storage.Labels labels, String key, Criterion rest) {
    /** The alias of the tagging rows, whose site, owner and sharing have the names of the record's columns. */
    static final String G = "g";

    /** The range for criteria that ask for one tag, whatever else they ask. */
    static Optional<TagRange> of(ObjectType type, Criterion criterion) {
        var rest = new ArrayList<>(conjuncts(criterion).toList());
        for (var each : List.copyOf(rest)) {
            if (each instanceof Criterion.Test test
                    && test.operator() == Operator.HAS_ANY
                    && test.values().size() == 1
                    && type.field(test.field())
                                    .filter(f -> f.type() == FieldType.TAGS)
                                    .map(relais.records.types.Field::storage)
                                    .orElse(null)
                            instanceof Storage.Labels labels) {
                rest.remove(each);
                var key = Fold.key(test.values().getFirst().asString(""));
                return key.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TagRange(type, labels, key, new Criterion.All(rest)));
            }
        }
        return Optional.empty();
    }

    /** Whether the criteria ask for one value of a field whose records lie by name in an index of that field. */
    static boolean ranged(ObjectType type, Criterion criterion) {
        return conjuncts(criterion)
                .anyMatch(c -> c instanceof Criterion.Test test
                        && test.operator() == Operator.IS
                        && test.values().size() == 1
                        && type.field(test.field()).filter(f -> f.has(RANGED)).isPresent());
    }

    /** The conditions of which each must hold. */
    private static Stream<Criterion> conjuncts(Criterion criterion) {
        return criterion instanceof Criterion.All all
                ? all.of().stream().flatMap(TagRange::conjuncts)
                : Stream.of(criterion);
    }

    /** The tagging rows beside their records, which may be in the trash meanwhile. */
    Table<?> rows() {
        return table(labels.taggingTable())
                .as(G)
                .join(ListWalk.rows(type))
                .on(tenant(ListWalk.R).eq(tenant(G)).and(ListWalk.id().eq(id())));
    }

    /** Those of this tag. */
    Condition where() {
        var tag = DSL.select(uuid("t", "id"))
                .from(table(labels.tagTable()).as("t"))
                .where(tenant("t").eq(Tenancy.id()))
                .and(DSL.field(name("t", "key"), SQLDataType.CLOB).eq(key));
        return tenant(G).eq(Tenancy.id()).and(uuid(G, "tag_id").eq(tag));
    }

    /** The name by which the rows lie in order. */
    Field<String> named() {
        return DSL.field(name(G, "name_key"), SQLDataType.CLOB);
    }

    /** The record's id, as the index has it. */
    Field<UUID> id() {
        return uuid(G, labels.owner());
    }

    private static Field<UUID> tenant(String alias) {
        return uuid(alias, "tenant_id");
    }

    private static Field<UUID> uuid(String alias, String column) {
        return DSL.field(name(alias, column), SQLDataType.UUID);
    }

    private static Table<?> table(String qualified) {
        var parts = qualified.split("\\.");
        return DSL.table(name(parts[0], parts[1]));
    }
}
