package relais.records.types;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import tools.jackson.databind.JsonNode;

/** Which records the current actor may see: the one place that knows, for rows in SQL and for records at hand. */
@Service
public class Visibility {
    private static final String ROW = "v";

    private final DSLContext sql;
    private final ObjectTypes types;

    Visibility(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** Whether no record of this object is hidden from the actor by whose it is. */
    public boolean whole(ObjectType type) {
        return Actor.current().reach().everything() || types.description(type).rows() instanceof RowRights.Every;
    }

    /** What decides over records of this object by whose they are; null when nothing does, for this actor. */
    public RowRights.@Nullable Belonging belonging(ObjectType type) {
        return !whole(type) && types.description(type).rows() instanceof RowRights.Belonging own ? own : null;
    }

    /** The fields that decide over a record of this object, without which nobody knows whether the actor may see it. */
    public List<String> deciding(ObjectType type) {
        return whole(type)
                ? List.of()
                : switch (types.description(type).rows()) {
                    case RowRights.Every every -> List.of();
                    case RowRights.Belonging own -> own.fields();
                    case RowRights.Following parents -> parents.links();
                };
    }

    /** The rows of this object under this alias that the actor may see. */
    public Condition rows(ObjectType type, String alias) {
        if (whole(type)) {
            return DSL.noCondition();
        }
        return switch (types.description(type).rows()) {
            case RowRights.Every every -> DSL.noCondition();
            case RowRights.Belonging own -> reached(type, alias, own);
            case RowRights.Following parents ->
                DSL.or(parents.links().stream()
                        .map(link -> followed(type, alias, link))
                        .toList());
        };
    }

    private static Condition reached(ObjectType type, String alias, RowRights.Belonging own) {
        var reach = Actor.current().reach();
        return column(type, alias, own.site(), UUID.class)
                .eq(any(reach.sites().toArray(UUID[]::new)))
                .or(column(type, alias, own.owner(), UUID.class).eq(reach.person()))
                .or(DSL.condition(column(type, alias, own.shared(), Boolean.class)));
    }

    private Condition followed(ObjectType type, String alias, String link) {
        var parent = types.of(Objects.requireNonNull(type.required(link).target()));
        var inner = alias + ROW;
        return DSL.exists(DSL.selectOne()
                .from(TypeSql.table(parent).as(inner))
                .where(tenant(inner))
                .and(id(inner).eq(column(type, alias, link, UUID.class)))
                .and(rows(parent, inner)));
    }

    /** Those of these ids whose records the actor may see, those in the trash too. */
    public Set<UUID> among(ObjectType type, Collection<UUID> ids) {
        if (ids.isEmpty() || whole(type)) {
            return Set.copyOf(ids);
        }
        return new HashSet<>(sql.select(id(ROW))
                .from(TypeSql.table(type).as(ROW))
                .where(tenant(ROW))
                .and(TypeSql.only(type, ROW))
                .and(id(ROW).eq(any(ids.toArray(UUID[]::new))))
                .and(rows(type, ROW))
                .fetch(r -> r.value1()));
    }

    /** Whether the actor may see this record, if there is one. */
    public boolean sees(ObjectType type, UUID id) {
        return whole(type) || !among(type, Set.of(id)).isEmpty();
    }

    /** Takes out what the actor may not see. */
    public void keep(ObjectType type, Map<UUID, Snapshot> records) {
        var description = types.description(type);
        records.values().removeIf(s -> !description.shows(Actor.current(), s));
        keepReached(type, records);
    }

    /** Takes out what lies beyond the actor's reach. */
    public void keepReached(ObjectType type, Map<UUID, Snapshot> records) {
        if (records.isEmpty() || whole(type)) {
            return;
        }
        switch (types.description(type).rows()) {
            case RowRights.Every every -> {}
            case RowRights.Belonging own -> records.values().removeIf(s -> !reaches(own, s.values()));
            case RowRights.Following parents -> {
                var seen = parents(type, parents, records.values());
                records.values()
                        .removeIf(s -> parents.links().stream()
                                .map(link -> uuid(s.value(link)))
                                .noneMatch(seen::contains));
            }
        }
    }

    /** What is followed and seen of everything these records link to. */
    private Set<UUID> parents(ObjectType type, RowRights.Following parents, Collection<Snapshot> records) {
        var seen = new HashSet<UUID>();
        for (var link : parents.links()) {
            var ids = records.stream()
                    .map(s -> uuid(s.value(link)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            seen.addAll(
                    among(types.of(Objects.requireNonNull(type.required(link).target())), ids));
        }
        return seen;
    }

    /** Whether the actor's reach includes a record with these values. */
    public static boolean reaches(RowRights.Belonging own, JsonNode values) {
        return Actor.current()
                .reach()
                .sees(
                        uuid(values.path(own.site())),
                        uuid(values.path(own.owner())),
                        values.path(own.shared()).asBoolean(false));
    }

    private static @Nullable UUID uuid(JsonNode value) {
        return Values.empty(value) ? null : UUID.fromString(value.asString());
    }

    private static Condition tenant(String alias) {
        return DSL.field(name(alias, "tenant_id"), SQLDataType.UUID).eq(Tenancy.id());
    }

    private static Field<UUID> id(String alias) {
        return DSL.field(name(alias, "id"), SQLDataType.UUID);
    }

    private static <T> Field<T> column(ObjectType type, String alias, String field, Class<T> as) {
        var column = ((Storage.Column) type.required(field).storage()).column();
        return DSL.field(name(alias, column), as);
    }
}
