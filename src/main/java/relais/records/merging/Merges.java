package relais.records.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** Makes one record of several: values, everything that hangs on them, one operation that can be taken back. */
@Service
public class Merges {
    /** How many records one merge may bring together. */
    public static final int MOST = 10;

    /** The intent of a merge. */
    public static final String INTENT = "record.merge";

    private final ObjectTypes types;
    private final Records records;
    private final Verdicts verdicts;
    private final Belongings belongings;
    private final Relinking relinking;
    private final List<MergeSequel> sequels;

    Merges(ObjectTypes types, Records records, Verdicts verdicts, Belongings belongings,
            Relinking relinking,
            List<MergeSequel> sequels) {
        this.sequels = sequels;
        this.types = types;
        this.records = records;
        this.verdicts = verdicts;
        this.belongings = belongings;
        this.relinking = relinking;
    }

    /**
     * A merge somebody asks for.
     *
     * @param survivor the record that stays
     * @param others those that go into it
     * @param chosen by field the records whose values it takes; fields that are not named take the usual ones
     * @param versions the versions that were looked at; a record that is not named is taken as it is
     */
    public record Request(
            String object,
            UUID survivor,
            List<UUID> others,
            Map<String, List<UUID>> chosen,
            Map<UUID, Integer> versions) {}

    /** What came of it. */
    public record Done(UUID survivor, int version, String title, List<String> others) {}

    /** Merges; refuses what is no merge, what somebody else wrote meanwhile, and what is out of the actor's reach. */
    public Operated<Done> merge(Request request) {
        var type = types.of(request.object());
        var all = all(request);
        require(type);
        var found = records.find(type.name(), all);
        var intent = new Intent(
                INTENT,
                Map.of(
                        "subject", title(found, request.survivor()),
                        "value",
                                String.join(
                                        ", ",
                                        request.others().stream()
                                                .map(o -> title(found, o))
                                                .toList())));
        return records.write(intent, w -> write(w.about(type.name()), type, request, all));
    }

    private static List<UUID> all(Request request) {
        var all = new LinkedHashSet<UUID>();
        all.add(request.survivor());
        all.addAll(request.others());
        if (request.others().isEmpty()) {
            throw new Refused("merge.alone");
        }
        if (all.size() != request.others().size() + 1) {
            throw new Refused("merge.itself");
        }
        if (all.size() > MOST) {
            throw new Refused("merge.many", MOST);
        }
        return List.copyOf(all);
    }

    /** What a merge asks for: the records change, and all but one of them go. */
    static void require(ObjectType type) {
        Actor.current().require(type.name(), Action.UPDATE);
        Actor.current().require(type.name(), Action.DELETE);
    }

    private static String title(Map<UUID, Snapshot> found, UUID id) {
        var record = found.get(id);
        return record == null ? "" : record.title();
    }

    private Done write(Writing w, ObjectType type, Request request, List<UUID> all) {
        var locked = locked(w, type, request, all);
        var survivor = locked.getFirst();
        var kinds = belongings.to(type, request.others());
        var values = MergeRules.values(type, types.description(type), locked, request.chosen());
        var unique = MergeRules.unique(type, values);
        values.remove(unique.propertyNames());
        // In this order each step is possible, and possible again backward: what hangs on a record finds it alive.
        update(w, type, survivor.id(), values);
        sequels.forEach(s -> s.merging(w, type.name(), survivor.id(), request.others()));
        relinking.move(w, type, kinds, survivor.id(), all);
        trash(w, type, request.others());
        w.apply(VerdictDescription.NAME, decided(w, type, request, all));
        update(w, type, survivor.id(), unique);
        var now = Objects.requireNonNull(
                records.find(type.name(), List.of(survivor.id())).get(survivor.id()));
        return new Done(
                now.id(),
                now.version(),
                now.title(),
                locked.stream().skip(1).map(Snapshot::title).toList());
    }

    /** The records in the order asked for, held until the merge is written. */
    private List<Snapshot> locked(Writing w, ObjectType type, Request request, List<UUID> all) {
        var found = new HashMap<UUID, Snapshot>();
        w.edit(type.name(), all, s -> {
            found.put(s.id(), s);
            return null;
        });
        var locked = new ArrayList<Snapshot>();
        for (var id : all) {
            var record = found.get(id);
            if (record == null) {
                throw new Refused(verdicts.merged(id).isPresent() ? "merge.already" : "merge.unknown");
            }
            var version = request.versions().get(id);
            if (version != null && version != record.version()) {
                throw new Refused("merge.stale", record.title());
            }
            locked.add(record);
        }
        return locked;
    }

    static void update(Writing w, ObjectType type, UUID id, ObjectNode values) {
        if (!values.isEmpty()) {
            settled(type, List.of(w.update(type.name(), id, null, values)));
        }
    }

    /** What hung on them is elsewhere by now, so nothing goes along. */
    private static void trash(Writing w, ObjectType type, List<UUID> ids) {
        settled(type, w.apply(type.name(), ids.stream()
                .map(id -> new Mutation.Update(id, null, w.deletion()))
                .toList()));
    }

    /** A merge is written whole or not at all. */
    static void settled(ObjectType type, List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Written w -> {}
                case Outcome.Unchanged u -> {}
                case Outcome.Stale s ->
                    throw new Refused("merge.stale", s.current().title());
                case Outcome.Missing m -> throw new Refused("merge.unseen", 1);
                case Outcome.Rejected r -> {
                    var problem = r.problems().getFirst();
                    throw new Refused(
                            "merge.rejected",
                            Labels.object(type),
                            Labels.field(type, problem.field()),
                            Labels.problem(problem));
                }
            }
        }
    }

    /** The way from each record to the survivor; and who was said to be another than one of them is another still. */
    private List<Mutation> decided(Writing w, ObjectType type, Request request, List<UUID> all) {
        var decided = new ArrayList<Mutation>();
        request.others()
                .forEach(o -> decided.add(Verdicts.wentInto(type.name(), o, request.survivor(), w.operation())));
        strangers(request, all).forEach(s -> decided.add(Verdicts.distinctFrom(type.name(), s, request.survivor())));
        return decided;
    }

    private Set<UUID> strangers(Request request, List<UUID> all) {
        var known = new HashSet<UUID>();
        var strangers = new LinkedHashSet<UUID>();
        for (var pair : verdicts.strangers(all)) {
            boolean survivors = List.of(pair).contains(request.survivor());
            for (var one : pair) {
                if (!all.contains(one)) {
                    (survivors ? known : strangers).add(one);
                }
            }
        }
        strangers.removeAll(known);
        return strangers;
    }
}
