package relais.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.changes.Change;
import relais.records.types.Field;
import relais.records.types.ObjectDescription;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one mutation comes to before anything is written. */
final class Plan {
    private final UUID id;
    private final @Nullable Snapshot before;
    private final @Nullable Snapshot after;
    private final List<Problem> problems;
    private final @Nullable Outcome settled;
    private final List<String> changed;

    private Plan(
            UUID id,
            @Nullable Snapshot before,
            @Nullable Snapshot after,
            List<Problem> problems,
            @Nullable Outcome settled) {
        this.id = id;
        this.before = before;
        this.after = after;
        this.problems = new ArrayList<>(problems);
        this.settled = settled;
        this.changed = changed(before, after);
    }

    /** What follows from other values is no change by itself: a formula that moved on with the day, a figure. */
    private static boolean followsAlone(Snapshot after, List<String> names) {
        return names.stream()
                .allMatch(n -> after.type()
                        .field(n)
                        .filter(f -> f.derivation() != null)
                        .isPresent());
    }

    static Plan missing(UUID id) {
        return new Plan(id, null, null, List.of(), new Outcome.Missing(id));
    }

    static Plan stale(Snapshot current) {
        return new Plan(current.id(), null, null, List.of(), new Outcome.Stale(current.id(), current));
    }

    static Plan create(Snapshot after, List<Problem> problems) {
        return new Plan(after.id(), null, after, problems, null);
    }

    static Plan update(Snapshot before, Snapshot after, List<Problem> problems) {
        return new Plan(before.id(), before, after, problems, null);
    }

    static Plan remove(Snapshot before) {
        return new Plan(before.id(), before, null, List.of(), null);
    }

    private static List<String> changed(@Nullable Snapshot before, @Nullable Snapshot after) {
        var names = new ArrayList<String>();
        var former = before == null ? Values.object() : before.values();
        var now = after == null ? Values.object() : after.values();
        former.propertyNames().stream()
                .filter(n -> !Values.same(former.get(n), now.get(n)))
                .forEach(names::add);
        now.propertyNames().stream()
                .filter(n -> !former.has(n) && !Values.empty(now.get(n)))
                .forEach(names::add);
        return before != null && after != null && followsAlone(after, names) ? List.of() : names;
    }

    UUID id() {
        return id;
    }

    boolean writes() {
        return settled == null && problems.isEmpty() && (creates() || removes() || !changed.isEmpty());
    }

    boolean creates() {
        return before == null && after != null;
    }

    boolean removes() {
        return before != null && after == null;
    }

    boolean updates() {
        return before != null && after != null;
    }

    boolean allowed(ObjectDescription description, Actor actor, Action wanted) {
        return description.allows(actor, wanted, before, after);
    }

    /** The record as it stood, if this changes or removes one. */
    Optional<Snapshot> former() {
        return Optional.ofNullable(before);
    }

    Snapshot needAfter() {
        return Objects.requireNonNull(after);
    }

    @Nullable
    ObjectNode stateAfter() {
        return after == null ? null : after.values();
    }

    void reject(Problem problem) {
        problems.add(problem);
    }

    boolean alive() {
        return settled == null && after != null && problems.isEmpty();
    }

    boolean changes(String field) {
        return changed.contains(field);
    }

    /** The described fields that differ, in the order of the description. */
    List<Field> changedFields() {
        return needAfter().type().fields().stream()
                .filter(f -> changed.contains(f.name()))
                .toList();
    }

    JsonNode formerValue(Field field) {
        return before == null ? Values.none() : before.value(field.name());
    }

    boolean touchesTags(Field tags) {
        boolean bears = !Values.empty(needAfter().value(tags.name()));
        boolean ridesAlong = changed.stream()
                .anyMatch(n -> needAfter().type().titles().contains(n)
                        || List.of("site", "owner", "shared").contains(n));
        return changed.contains(tags.name()) || updates() && bears && ridesAlong;
    }

    Change change(Writer.Pass pass, int seq) {
        var object =
                (after == null ? Objects.requireNonNull(before) : after).type().name();
        return new Change(
                pass.at(),
                pass.operation().id(),
                seq,
                object,
                id,
                before == null ? null : before.version(),
                after == null ? null : after.version(),
                before == null ? null : after == null ? before.values() : Writer.pick(before.values(), changed),
                after == null ? null : before == null ? after.values() : Writer.pick(after.values(), changed));
    }

    Outcome outcome() {
        if (settled != null) {
            return settled;
        }
        if (!problems.isEmpty()) {
            return new Outcome.Rejected(id, List.copyOf(problems));
        }
        if (after == null) {
            return new Outcome.Written(id, 0);
        }
        return changed.isEmpty()
                ? new Outcome.Unchanged(id, Objects.requireNonNull(before).version())
                : new Outcome.Written(id, after.version());
    }
}
