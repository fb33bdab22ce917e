package relais.records.trash;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The face of the trash. */
@Service
public class Trash {
    /** More records are not brought back or taken away at once. */
    public static final int MOST = 500;

    private static final String WORKSPACE = "workspace";

    private final ObjectTypes types;
    private final Records records;
    private final TrashRows rows;
    private final TrashTerm term;
    private final Clock clock;

    Trash(ObjectTypes types, Records records, TrashRows rows, TrashTerm term, Clock clock) {
        this.types = types;
        this.records = records;
        this.rows = rows;
        this.term = term;
        this.clock = clock;
    }

    /**
     * What a restoration came to.
     *
     * @param back the records that are back
     * @param refused those that are not, with the reasons
     */
    public record Restored(List<UUID> back, Map<UUID, List<Problem>> refused) {}

    /** The objects whose deleted records the actor may bring back, those with lists of their own first. */
    public List<ObjectType> objects() {
        return types.all().stream()
                .filter(t -> types.description(t).open() && Actor.current().may(t.name(), Action.DELETE))
                .sorted(Comparator.comparing(t -> !t.listed()))
                .toList();
    }

    /** Deleted records of this object whose name has this text, the latest first, behind one of them if given. */
    @Transactional(readOnly = true)
    public List<Discarded> page(ObjectType type, String text, @Nullable UUID behind, int limit) {
        require(type);
        var found = rows.page(type, text, place(type, behind).orElse(null), limit);
        var records = this.records.find(type.name(), found.keySet());
        var deletions = rows.deletions(found);
        var along = rows.along(type, found);
        var page = new ArrayList<Discarded>();
        found.forEach((id, at) -> {
            var record = records.get(id);
            var deletion = deletions.get(id);
            if (record != null) {
                page.add(new Discarded(
                        record,
                        at,
                        deletion == null ? "" : deletion.by(),
                        deletion == null ? null : deletion.operation(),
                        along.getOrDefault(id, Map.of())));
            }
        });
        return page;
    }

    private Optional<TrashRows.Place> place(ObjectType type, @Nullable UUID behind) {
        return behind == null
                ? Optional.empty()
                : Optional.ofNullable(records.find(type.name(), List.of(behind)).get(behind))
                        .filter(Snapshot::deleted)
                        .map(s -> new TrashRows.Place(java.time.Instant.parse(s.text(Snapshot.DELETED)), behind));
    }

    /**
     * Brings records back, each with what went along with it.
     *
     * @param without whether a value that somebody else took meanwhile is left empty instead of keeping the record away
     */
    @Transactional
    public Operated<Restored> restore(ObjectType type, Collection<UUID> ids, boolean without) {
        require(type);
        limited(ids);
        var found = new LinkedHashMap<>(records.find(type.name(), ids));
        found.values().removeIf(s -> !s.deleted());
        if (found.isEmpty()) {
            throw new Refused("trash.gone");
        }
        var refused = new HashMap<UUID, List<Problem>>();
        rows.held(type, found.keySet()).forEach(id -> refused.put(id, List.of(Problem.of("", "trash.held"))));
        found.keySet().removeAll(refused.keySet());
        return records.write(intent("trash.restore", "bulk.restore", type, found.values()), writing -> {
            var back = new ArrayList<UUID>();
            var values = new LinkedHashMap<UUID, ObjectNode>();
            found.keySet().forEach(id -> values.put(id, Values.object()));
            var taken = sort(writing.restore(type.name(), values), back, refused);
            if (without && !taken.isEmpty()) {
                sort(writing.restore(type.name(), emptied(type, taken, found, refused)), back, refused);
            }
            return new Restored(back, refused);
        });
    }

    private static Map<UUID, List<Problem>> sort(
            List<Outcome> outcomes, List<UUID> back, Map<UUID, List<Problem>> refused) {
        var taken = new LinkedHashMap<UUID, List<Problem>>();
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Written w -> {
                    back.add(w.id());
                    refused.remove(w.id());
                }
                case Outcome.Rejected r -> {
                    refused.put(r.id(), r.problems());
                    taken.put(r.id(), r.problems());
                }
                case Outcome.Unchanged u -> {}
                case Outcome.Stale s -> {}
                case Outcome.Missing m -> {}
            }
        }
        return taken;
    }

    /** The records that can do without the values that are taken. */
    private Map<UUID, ObjectNode> emptied(
            ObjectType type,
            Map<UUID, List<Problem>> taken,
            Map<UUID, Snapshot> found,
            Map<UUID, List<Problem>> refused) {
        var emptied = new LinkedHashMap<UUID, ObjectNode>();
        taken.forEach((id, problems) -> {
            var values = Values.object();
            problems.forEach(p -> values.putNull(p.field()));
            if (problems.stream().allMatch(Trash::taken)) {
                var state = Objects.requireNonNull(found.get(id)).values().deepCopy();
                values.propertyNames().forEach(state::remove);
                var more = new ArrayList<>(types.description(type).check(state));
                type.fields().stream()
                        .filter(f -> f.has(Field.Trait.REQUIRED) && values.has(f.name()))
                        .forEach(f -> more.add(Problem.of(f.name(), "required")));
                if (more.isEmpty()) {
                    emptied.put(id, values);
                } else {
                    refused.put(id, more);
                }
            }
        });
        return emptied;
    }

    /** Whether somebody else took the value meanwhile. */
    static boolean taken(Problem problem) {
        return problem.code().startsWith("unique.");
    }

    /** Takes records away for good: for administrators, whatever the term. */
    @Transactional
    public Operated<Integer> purge(ObjectType type, Collection<UUID> ids) {
        requireAdministrator();
        require(type);
        limited(ids);
        var found = new LinkedHashMap<>(records.find(type.name(), ids));
        found.values().removeIf(s -> !s.deleted());
        if (found.isEmpty()) {
            throw new Refused("trash.gone");
        }
        return records.write(
                intent("trash.purge", "trash.purge.many", type, found.values()),
                writing -> writing.purge(type, new HashSet<>(found.keySet())));
    }

    /** Takes away what has lain here longer than the term, at most so many records of each object; whether more waits. */
    @Transactional
    public boolean expire(int limit) {
        var before = clock.instant().minus(Duration.ofDays(term.days()));
        boolean more = false;
        for (var type : types.all()) {
            if (types.description(type).open()) {
                var due = rows.before(type, before, limit);
                more |= due.size() == limit;
                if (!due.isEmpty()) {
                    records.write(
                            new Intent("trash.purge.term", Map.of("subject", type.name())),
                            writing -> writing.purge(type, due.keySet()));
                }
            }
        }
        return more;
    }

    /** How many days what was deleted is kept. */
    public int days() {
        return term.days();
    }

    /** Sets how many days what was deleted is kept: for administrators. */
    public void keep(int days) {
        requireAdministrator();
        term.keep(days);
    }

    /** Whether the actor may take away for good and set the term. */
    public static boolean administers() {
        return Actor.current().may(WORKSPACE, Action.CONFIGURE);
    }

    private static void requireAdministrator() {
        Actor.current().require(WORKSPACE, Action.CONFIGURE);
    }

    private static void require(ObjectType type) {
        Actor.current().require(type.name(), Action.DELETE);
    }

    private static void limited(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            throw new Refused("bulk.empty");
        }
        if (ids.size() > MOST) {
            throw new Refused("bulk.large", MOST);
        }
    }

    private static Intent intent(String one, String many, ObjectType type, Collection<Snapshot> all) {
        return all.size() == 1
                ? Intent.of(one, all.iterator().next().title())
                : new Intent(many, Map.of("subject", type.name()));
    }
}
