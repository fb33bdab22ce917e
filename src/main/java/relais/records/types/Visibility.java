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
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.identity.RowRule;
import relais.platform.tenancy.Tenancy;
import tools.jackson.databind.JsonNode;

/** Which records the current actor may see: the one place that knows, for rows in SQL and for records at hand. */
@Service
public class Visibility {
    private static final String ROW = "v";

    private final DSLContext sql;
    private final ObjectTypes types;
    private final ObjectProvider<RowCriteria> criteria;

    Visibility(DSLContext sql, ObjectTypes types, ObjectProvider<RowCriteria> criteria) {
        this.sql = sql;
        this.types = types;
        this.criteria = criteria;
    }

    /** Whether no record of this object is hidden from the actor. */
    public boolean whole(ObjectType type) {
        return whole(type, types.description(type).rows());
    }

    private boolean whole(ObjectType type, RowRights rights) {
        var reach = reach();
        boolean ruled = !reach.where(type.name()).isEmpty();
        return switch (rights) {
            case RowRights.Personal personal -> false;
            case RowRights.Every every -> !ruled;
            case RowRights.Belonging own -> !ruled && reach.everything(type.name());
            case RowRights.Following parents ->
                reach.everything() || !ruled && parents.links().stream().allMatch(link -> whole(parent(type, link)));
        };
    }

    /**
     * What decides over records of this object by whose they are, and nothing besides; null when nothing does, for this
     * actor, or when the role sets conditions.
     */
    public RowRights.@Nullable Belonging belonging(ObjectType type) {
        return !reach().everything(type.name())
                        && reach().where(type.name()).isEmpty()
                        && types.description(type).rows() instanceof RowRights.Belonging own
                ? own
                : null;
    }

    /** Whose the records of this object are told to be, where the actor does not see all of them. */
    public RowRights.@Nullable Belonging owned(ObjectType type) {
        return !whole(type) && types.description(type).rows() instanceof RowRights.Belonging own ? own : null;
    }

    /** The fields that decide over a record of this object, without which nobody knows whether the actor may see it. */
    public List<String> deciding(ObjectType type) {
        return whole(type) ? List.of() : deciding(types.description(type).rows());
    }

    static List<String> deciding(RowRights rights) {
        return switch (rights) {
            case RowRights.Every every -> List.of();
            case RowRights.Belonging own -> own.fields();
            case RowRights.Following parents -> parents.links();
            case RowRights.Personal personal ->
                Stream.concat(Stream.of(personal.kept(), personal.author()), deciding(personal.inside()).stream())
                        .toList();
        };
    }

    /** The rows of this object under this alias that the actor may see. */
    public Condition rows(ObjectType type, String alias) {
        return rows(type, alias, id(alias));
    }

    /** The same for rows that bear the record's id elsewhere. */
    public Condition rows(ObjectType type, String alias, Field<UUID> id) {
        return rows(type, types.description(type).rows(), alias, id, true);
    }

    private Condition rows(ObjectType type, RowRights rights, String alias, Field<UUID> id, boolean sharing) {
        if (whole(type, rights)) {
            return DSL.noCondition();
        }
        return switch (rights) {
            case RowRights.Personal personal ->
                open(type, alias, personal).and(rows(type, personal.inside(), alias, id, sharing));
            case RowRights.Every every -> ruled(type, alias, DSL.noCondition());
            case RowRights.Belonging own -> {
                var seen = ruled(
                        type, alias, reach().everything(type.name()) ? DSL.noCondition() : reached(type, alias, own));
                yield sharing && !reach().shares().isEmpty() ? seen.or(id.eq(any(shared()))) : seen;
            }
            case RowRights.Following parents -> ruled(type, alias, followed(type, alias, parents));
        };
    }

    /** What a role's conditions leave of these rows. */
    private Condition ruled(ObjectType type, String alias, Condition rows) {
        var where = reach().where(type.name());
        return where.isEmpty() ? rows : rows.and(criteria.getObject().rows(type, alias, where));
    }

    private static Condition open(ObjectType type, String alias, RowRights.Personal personal) {
        var open = DSL.condition("{0} IS NOT TRUE", column(type, alias, personal.kept(), Boolean.class));
        var author = column(type, alias, personal.author(), UUID.class);
        return reach().veiled() ? open : open.or(author.eq(Actor.current().id()));
    }

    private static Condition reached(ObjectType type, String alias, RowRights.Belonging own) {
        var reach = reach();
        return column(type, alias, own.site(), UUID.class)
                .eq(any(reach.sites().toArray(UUID[]::new)))
                .or(column(type, alias, own.owner(), UUID.class).eq(any(owners())))
                .or(DSL.condition(column(type, alias, own.shared(), Boolean.class)));
    }

    /** Those whose records count as the actor's own: the actor, and those of teams the actor leads. */
    public static UUID[] owners() {
        return Stream.concat(Stream.of(reach().person()), reach().led().stream())
                .toArray(UUID[]::new);
    }

    /** The records that are shared with the actor alone. */
    public static UUID[] shared() {
        return reach().shares().keySet().stream().sorted().toArray(UUID[]::new);
    }

    private Condition followed(ObjectType type, String alias, RowRights.Following parents) {
        return whole(type, parents)
                ? DSL.noCondition()
                : DSL.or(parents.links().stream()
                        .map(link -> followed(type, alias, link))
                        .toList());
    }

    private Condition followed(ObjectType type, String alias, String link) {
        var parent = parent(type, link);
        var inner = alias + ROW;
        return DSL.exists(DSL.selectOne()
                .from(TypeSql.table(parent).as(inner))
                .where(tenant(inner))
                .and(id(inner).eq(column(type, alias, link, UUID.class)))
                .and(rows(parent, inner)));
    }

    private ObjectType parent(ObjectType type, String link) {
        return types.of(Objects.requireNonNull(type.required(link).target()));
    }

    /** Those of these ids whose records the actor may see, those in the trash too. */
    public Set<UUID> among(ObjectType type, Collection<UUID> ids) {
        return ids.isEmpty() || whole(type) ? Set.copyOf(ids) : among(type, ids, rows(type, ROW));
    }

    private Set<UUID> among(ObjectType type, Collection<UUID> ids, Condition rows) {
        return new HashSet<>(sql.select(id(ROW))
                .from(TypeSql.table(type).as(ROW))
                .where(tenant(ROW))
                .and(TypeSql.only(type, ROW))
                .and(id(ROW).eq(any(ids.toArray(UUID[]::new))))
                .and(rows)
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
        keepReached(type, types.description(type).rows(), records);
    }

    private void keepReached(ObjectType type, RowRights rights, Map<UUID, Snapshot> records) {
        if (records.isEmpty() || whole(type, rights)) {
            return;
        }
        if (!reach().where(type.name()).isEmpty()) {
            records.keySet().retainAll(among(type, records.keySet()));
            return;
        }
        switch (rights) {
            case RowRights.Every every -> {}
            case RowRights.Belonging own -> records.values().removeIf(s -> !reaches(own, s.id(), s.values()));
            case RowRights.Following parents -> {
                var seen = parents(type, parents, records.values());
                records.values()
                        .removeIf(s -> parents.links().stream()
                                .map(link -> uuid(s.value(link)))
                                .noneMatch(seen::contains));
            }
            case RowRights.Personal personal -> {
                records.values().removeIf(s -> !opens(personal, s.values()));
                keepReached(type, personal.inside(), records);
            }
        }
    }

    /** Whether a record with these values is kept from nobody, or from others than the actor. */
    public static boolean opens(RowRights.Personal personal, JsonNode values) {
        return !values.path(personal.kept()).asBoolean(false)
                || !reach().veiled() && Actor.current().id().equals(uuid(values.path(personal.author())));
    }

    /** What is followed and seen of everything these records link to. */
    private Set<UUID> parents(ObjectType type, RowRights.Following parents, Collection<Snapshot> records) {
        var seen = new HashSet<UUID>();
        for (var link : parents.links()) {
            var ids = records.stream()
                    .map(s -> uuid(s.value(link)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            seen.addAll(among(parent(type, link), ids));
        }
        return seen;
    }

    /** Whether the actor's reach includes a record with these values. */
    public static boolean reaches(RowRights.Belonging own, UUID id, JsonNode values) {
        return reach().shares().containsKey(id)
                || reach().sees(
                                uuid(values.path(own.site())),
                                uuid(values.path(own.owner())),
                                values.path(own.shared()).asBoolean(false));
    }

    /** Whether the actor may change and delete this record, of those that the role may change at all. */
    public boolean changes(ObjectType type, Snapshot record) {
        if (reach().everything() || !(types.description(type).rows() instanceof RowRights.Belonging own)) {
            return true;
        }
        var share = reach().shares().get(record.id());
        if (Boolean.TRUE.equals(share)) {
            return true;
        }
        var site = uuid(record.value(own.site()));
        var owner = uuid(record.value(own.owner()));
        boolean theirs = reach().rule(type.name()).change() == RowRule.Change.SEEN || reach().owns(site, owner);
        return theirs && (share == null || seenWithoutShare(type, own, record));
    }

    boolean seenWithoutShare(ObjectType type, RowRights.Belonging own, Snapshot record) {
        return !among(type, Set.of(record.id()), rows(type, own, ROW, id(ROW), false))
                .isEmpty();
    }

    private static Reach reach() {
        return Actor.current().reach();
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
