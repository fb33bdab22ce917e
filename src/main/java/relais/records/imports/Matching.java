package relais.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Fold;
import relais.records.Records;
import relais.records.imports.matching.Likeness;
import relais.records.imports.matching.Person;
import relais.records.types.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recognises existing records in the rows of a file. */
final class Matching {
    /** The rule of a file that says itself which record a row is. */
    static final String RECORD = "record";

    private static final String REFERENCE = "reference";
    private static final double SAME_NAME = 0.95;
    private static final double LIKE_NAME = 0.75;

    private final ImportSubject subject;
    private final Records records;
    private final List<String> rules;

    Matching(ImportSubject subject, Records records, List<String> rules) {
        this.subject = subject;
        this.records = records;
        this.rules = rules;
    }

    /** What a row is recognised as. */
    sealed interface Match {
        /** Nobody yet. */
        record None() implements Match {}

        /** This record, by this rule. */
        record Known(UUID id, String rule) implements Match {}

        /** Maybe this record: somebody decides, advised by the likeness. */
        record Doubt(UUID id, String rule, Likeness likeness, boolean link) implements Match {}
    }

    /** One row and what it is matched by. */
    record Asked(
            long number,
            ObjectNode completed,
            Map<String, Set<String>> keys,
            Person person,
            @Nullable UUID record) {}

    /** Matches by row number, and the records they name as they are now. */
    record Matches(Map<Long, Match> byRow, Map<UUID, Snapshot> records) {}

    Asked ask(Reading reading, ObjectNode values) {
        long number = reading.row().number();
        var completed = subject.completed(values);
        return new Asked(number, completed, subject.keys(completed), person(number, completed), reading.record());
    }

    Matches match(List<Asked> rows) {
        var keys = new LinkedHashSet<String>();
        rows.forEach(r -> r.keys().forEach((rule, k) -> {
            if (used(rule)) {
                keys.addAll(k);
            }
        }));
        var holders = keys.isEmpty() ? Map.<String, List<UUID>>of() : subject.holders(keys);
        var ids = new LinkedHashSet<UUID>();
        holders.values().forEach(ids::addAll);
        rows.stream().map(Asked::record).filter(Objects::nonNull).forEach(ids::add);
        var found = new HashMap<>(records.find(subject.object(), ids));
        found.values().removeIf(Snapshot::deleted);
        var made = rows.parallelStream().map(r -> match(r, holders, found)).toList();
        var matches = new LinkedHashMap<Long, Match>();
        for (int i = 0; i < made.size(); i++) {
            matches.put(rows.get(i).number(), made.get(i));
        }
        return new Matches(matches, found);
    }

    /** These records as they are now. */
    Map<UUID, Snapshot> load(Set<UUID> ids) {
        return records.find(subject.object(), ids);
    }

    private boolean used(String rule) {
        return rules.contains(rule) || rule.equals(ImportSubject.HINT) || rule.equals(REFERENCE);
    }

    private Match match(Asked row, Map<String, List<UUID>> holders, Map<UUID, Snapshot> found) {
        if (row.record() != null && found.containsKey(row.record())) {
            return new Match.Known(row.record(), RECORD);
        }
        for (var rule : rules) {
            var candidates = candidates(row.keys().getOrDefault(rule, Set.of()), holders, found);
            if (!candidates.isEmpty()) {
                return rule.equals(REFERENCE)
                        ? new Match.Known(candidates.getFirst().id(), rule)
                        : weigh(row, rule, candidates);
            }
        }
        var hinted = candidates(row.keys().getOrDefault(ImportSubject.HINT, Set.of()), holders, found);
        return hinted.isEmpty() ? new Match.None() : hint(row, hinted);
    }

    private static List<Snapshot> candidates(
            Set<String> keys, Map<String, List<UUID>> holders, Map<UUID, Snapshot> found) {
        var candidates = new LinkedHashMap<UUID, Snapshot>();
        for (var key : keys) {
            for (var id : holders.getOrDefault(key, List.of())) {
                var snapshot = found.get(id);
                if (snapshot != null) {
                    candidates.put(id, snapshot);
                }
            }
        }
        return new ArrayList<>(candidates.values());
    }

    private Match weigh(Asked row, String rule, List<Snapshot> candidates) {
        var best = best(row, candidates);
        boolean otherReference = contradicts(row, best.snapshot());
        boolean nameless = row.person().name().isEmpty() || best.person().name().isEmpty();
        double name = best.likeness().name();
        if (candidates.size() == 1 && !otherReference && (nameless || name >= SAME_NAME)) {
            return new Match.Known(best.snapshot().id(), rule);
        }
        return new Match.Doubt(best.snapshot().id(), rule, best.likeness(), !otherReference && name >= LIKE_NAME);
    }

    private Match hint(Asked row, List<Snapshot> candidates) {
        var best = best(row, candidates);
        boolean likely = best.likeness().score() >= Likeness.LIKELY;
        if (contradicts(row, best.snapshot()) && !likely) {
            return new Match.None();
        }
        return new Match.Doubt(
                best.snapshot().id(),
                ImportSubject.HINT,
                best.likeness(),
                likely && !contradicts(row, best.snapshot()));
    }

    private record Best(Snapshot snapshot, Person person, Likeness likeness) {}

    private static Best best(Asked row, List<Snapshot> candidates) {
        Best best = null;
        for (var candidate : candidates) {
            var person = person(0, candidate.values());
            var likeness = Likeness.of(row.person(), person);
            if (best == null || likeness.score() > best.likeness().score()) {
                best = new Best(candidate, person, likeness);
            }
        }
        return Objects.requireNonNull(best);
    }

    /** Two references that differ speak against one customer. */
    private static boolean contradicts(Asked row, Snapshot record) {
        var mine = Fold.key(row.completed().path(REFERENCE).asString(""));
        var theirs = Fold.key(record.text(REFERENCE));
        return !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs);
    }

    static Person person(long number, JsonNode values) {
        var address = first(values, "addresses");
        return new Person(
                number,
                key(values, "name"),
                key(values, "givenName"),
                key(values, "familyName"),
                values.path("birthDate").asString(""),
                key(address, "lines"),
                key(address, "postcode"),
                key(address, "city"),
                first(values, "phones").path("value").asString(""),
                first(values, "emails").path("value").asString(""));
    }

    private static JsonNode first(JsonNode values, String field) {
        return values.path(field).path(0);
    }

    private static String key(@Nullable JsonNode node, String member) {
        return node == null ? "" : Fold.key(node.path(member).asString(""));
    }
}
