package relais.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Forbidden;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.ChangeLog;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;
import relais.records.changes.RecordsWritten;
import relais.records.formulas.Computations;
import relais.records.store.Children;
import relais.records.store.Links;
import relais.records.store.RecordRows;
import relais.records.store.RecordStates;
import relais.records.store.Tags;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;
import relais.records.types.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one writer: locks the rows, computes the differences, writes rows, collections, tags, links and changes in the
 * same transaction. One record or a thousand go the same way, in batches.
 */
@Component
class Writer {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;
    private final OwnReach reach;
    private final WriteRights rights;
    private final RecordStates states;
    private final ChangeLog changes;
    private final Uniqueness uniqueness;
    private final References references;
    private final Computations computations;
    private final ApplicationEventPublisher events;

    Writer(
            DSLContext sql,
            ObjectTypes types,
            Visibility visibility,
            OwnReach reach,
            WriteRights rights,
            RecordStates states,
            ChangeLog changes,
            Uniqueness uniqueness,
            References references,
            Computations computations,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
        this.reach = reach;
        this.rights = rights;
        this.states = states;
        this.changes = changes;
        this.uniqueness = uniqueness;
        this.references = references;
        this.computations = computations;
        this.events = events;
    }

    /**
     * What all mutations of one call share.
     *
     * @param restoring whether undo writes: ids and origins in the values are to be believed
     */
    record Pass(Operation operation, Instant at, int firstSeq, boolean restoring) {}

    /** The object of this name. */
    ObjectType type(String object) {
        return types.of(object);
    }

    /** Applies mutations of distinct records; the outcomes stand in their order. */
    List<Outcome> apply(Pass pass, String object, List<? extends Mutation> mutations) {
        var type = types.whole(object);
        return apply(pass, type, mutations, current(type, mutations, true));
    }

    /** Applies mutations of records that are loaded and locked already. */
    List<Outcome> apply(Pass pass, ObjectType type, List<? extends Mutation> mutations, Map<UUID, Snapshot> current) {
        var plans = plans(pass, type, mutations, current, true);
        var written = plans.stream().filter(Plan::writes).toList();
        write(pass, type, written);
        reach.checkWritten(type, written);
        return plans.stream().map(Plan::outcome).toList();
    }

    /** Locks these records and applies what the edit makes of each; those it answers null for stay as they are. */
    List<Outcome> edit(Pass pass, String object, List<UUID> ids, Function<Snapshot, @Nullable ObjectNode> edit) {
        var type = types.whole(object);
        var current = states.load(type, ids, true);
        current.values().removeIf(Snapshot::deleted);
        visibility.keep(type, current);
        var mutations = new ArrayList<Mutation.Update>();
        current.values().forEach(s -> {
            var values = edit.apply(s);
            if (values != null) {
                mutations.add(new Mutation.Update(s.id(), s.version(), values));
            }
        });
        return apply(pass, type, mutations, current);
    }

    /** What applying these mutations would answer; locks and writes nothing. */
    List<Outcome> rehearse(Pass pass, ObjectType type, List<? extends Mutation> mutations) {
        var plans = plans(pass, type, mutations, current(type, mutations, false), false);
        return plans.stream().map(Plan::outcome).toList();
    }

    private List<Plan> plans(
            Pass pass, ObjectType type, List<? extends Mutation> mutations, Map<UUID, Snapshot> current, boolean lock) {
        // A plan is made of its mutation and the actor alone, so that all cores take part.
        var here = ScopedValue.where(Tenancy.CURRENT, Tenancy.id()).where(Actor.CURRENT, Actor.current());
        var plans = mutations.parallelStream()
                .map(m -> here.call(() -> plan(pass, type, m, current)))
                .toList();
        if (!pass.restoring()) {
            require(type, mutations, plans);
        }
        rights.check(pass, type, mutations, plans);
        references.check(type, plans, lock, pass.restoring());
        uniqueness.check(type, plans);
        reach.check(type, plans);
        return plans;
    }

    private void require(ObjectType type, List<? extends Mutation> mutations, List<Plan> plans) {
        var actor = Actor.current();
        var description = types.description(type);
        // Whoever may import an object needs no further right for its records; configuration is no part of that.
        boolean imports = actor.kind() == Actor.Kind.IMPORT && actor.may(type.name(), Action.IMPORT);
        if (imports && description.open()) {
            return;
        }
        for (int i = 0; i < plans.size(); i++) {
            var wanted = wanted(mutations.get(i));
            if (!plans.get(i).allowed(description, actor, wanted)) {
                throw new Forbidden(type.name(), wanted);
            }
        }
    }

    private static Action wanted(Mutation mutation) {
        return switch (mutation) {
            case Mutation.Create c -> Action.CREATE;
            case Mutation.Update u when u.values().has(Snapshot.DELETED) -> Action.DELETE;
            case Mutation.Update u -> Action.UPDATE;
            case Mutation.Remove r -> Action.DELETE;
        };
    }

    private Map<UUID, Snapshot> current(ObjectType type, List<? extends Mutation> mutations, boolean lock) {
        var ids = mutations.stream()
                .filter(m -> !(m instanceof Mutation.Create))
                .map(Mutation::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var current = states.load(type, ids, lock);
        visibility.keepReached(type, current);
        return current;
    }

    private Plan plan(Pass pass, ObjectType type, Mutation mutation, Map<UUID, Snapshot> current) {
        var before = current.get(mutation.id());
        return switch (mutation) {
            case Mutation.Create c -> create(pass, type, c);
            case Mutation.Remove r ->
                before == null
                        ? Plan.missing(r.id())
                        : stale(r.version(), before) ? Plan.stale(types.seen(before)) : Plan.remove(before);
            case Mutation.Update u -> update(pass, type, u, before);
        };
    }

    private static boolean stale(@Nullable Integer expected, Snapshot current) {
        return expected != null && expected != current.version();
    }

    private Plan create(Pass pass, ObjectType type, Mutation.Create create) {
        var state = Values.object();
        state.put(Snapshot.CREATED, pass.at().toString());
        var problems = StateRules.merge(type, state, create.values(), pass);
        var computation = computations.of(type);
        if (!pass.restoring()) {
            computation.preset(state, create.values(), computations.day());
        }
        types.description(type).complete(state);
        reach.adopt(type, state);
        computation.compute(state, computations.day());
        problems.addAll(computation.check(state, computations.day()));
        problems.addAll(rules(type, state));
        var after = new Snapshot(type, create.id(), 1, state);
        return Plan.create(after, problems);
    }

    /** Nobody can fill in what is closed to them, and so is not asked to. */
    private List<Problem> rules(ObjectType type, ObjectNode state) {
        return StateRules.check(type, state, types.description(type)).stream()
                .filter(p -> !p.code().equals("required")
                        || types.closed(type, p.field()).isEmpty())
                .toList();
    }

    private Plan update(Pass pass, ObjectType type, Mutation.Update update, @Nullable Snapshot before) {
        if (before == null || before.deleted() && !update.values().has(Snapshot.DELETED)) {
            return Plan.missing(update.id());
        }
        if (stale(update.version(), before)) {
            return Plan.stale(types.seen(before));
        }
        var state = before.values().deepCopy();
        var problems = StateRules.merge(type, state, update.values(), pass);
        var computation = computations.of(type);
        types.description(type).complete(state);
        computation.compute(state, computations.day());
        if (!pass.restoring()) {
            problems.addAll(StateRules.overruled(type, state, update.values(), types.description(type)));
        }
        if (!update.values().has(Snapshot.DELETED)) {
            problems.addAll(computation.check(state, computations.day()));
            problems.addAll(rules(type, state));
        }
        return Plan.update(before, new Snapshot(type, before.id(), before.version() + 1, state), problems);
    }

    private void write(Pass pass, ObjectType type, List<Plan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        var rows = new RecordRows(type, sql);
        var now = OperationLog.at(pass.at());
        rows.delete(plans.stream().filter(Plan::removes).map(Plan::id).toList());
        unlink(type, plans.stream().filter(Plan::removes).toList());
        var kept = plans.stream().filter(p -> !p.removes()).toList();
        tag(type, kept); // first, because it asks the database
        rows.insert(plans.stream().filter(Plan::creates).map(Plan::needAfter).toList(), now);
        var updates = new LinkedHashMap<List<Field>, List<Snapshot>>();
        plans.stream()
                .filter(Plan::updates)
                .forEach(p -> updates.computeIfAbsent(p.changedFields(), f -> new ArrayList<>())
                        .add(p.needAfter()));
        rows.update(updates, now);
        writeAround(type, kept);
        log(pass, type, plans);
    }

    /** The custom links of a record go with it: the rows of one that is gone would hold the other ends for ever. */
    private void unlink(ObjectType type, List<Plan> removed) {
        var links = new Links();
        for (var field : type.fields()) {
            if (field.storage() instanceof Storage.Custom && field.target() != null) {
                removed.forEach(p -> links.replace(type, field, p.id(), p.formerValue(field), Values.none()));
            }
        }
        links.execute(sql);
    }

    private void writeAround(ObjectType type, List<Plan> plans) {
        var children = new HashMap<String, Children.Writes>();
        var links = new Links();
        for (var plan : plans) {
            for (var field : plan.changedFields()) {
                var former = plan.formerValue(field);
                var now = plan.needAfter().value(field.name());
                switch (field.storage()) {
                    case Storage.Children c ->
                        children.computeIfAbsent(c.table(), t -> new Children.Writes(c))
                                .replace(field, plan.id(), former, now);
                    case Storage.Custom c
                    when field.type() == FieldType.LINK || field.type() == FieldType.LINKS ->
                        links.replace(type, field, plan.id(), former, now);
                    case Storage.Custom c -> {}
                    case Storage.Column c -> {}
                    case Storage.Labels l -> {}
                }
            }
        }
        children.values().forEach(w -> w.execute(sql));
        links.execute(sql);
    }

    private void tag(ObjectType type, List<Plan> plans) {
        Tags.fields(type).forEach(f -> {
            var touched = plans.stream()
                    .filter(p -> p.touchesTags(f))
                    .map(Plan::needAfter)
                    .toList();
            if (!touched.isEmpty()) {
                Tags.write(sql, f, touched);
            }
        });
    }

    private void log(Pass pass, ObjectType type, List<Plan> plans) {
        var items = new ArrayList<RecordsWritten.Item>();
        int seq = pass.firstSeq();
        for (var plan : plans) {
            var change = plan.change(pass, seq++);
            items.add(new RecordsWritten.Item(change, plan.stateAfter()));
        }
        changes.append(items.stream().map(RecordsWritten.Item::change).toList());
        events.publishEvent(new RecordsWritten(pass.operation().id(), type, items));
    }

    /** The members of a state that count as different between two states. */
    static ObjectNode pick(ObjectNode state, List<String> members) {
        var picked = Values.object();
        members.forEach(m -> {
            JsonNode value = state.get(m);
            picked.set(m, value == null ? Values.none() : value);
        });
        return picked;
    }
}
