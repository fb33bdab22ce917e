package relais.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.Reach;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.Intent;
import relais.records.changes.Operations;
import relais.records.seal.Seals;
import relais.records.seal.Verifier;
import relais.records.trash.Trash;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random sequences of creating, editing one and many, deleting with what hangs on it, restoring and undoing anything so
 * far: every moment can be seen again as it was recorded then, undoing everything in reverse gives back the first state
 * exactly, and the seals made on the way still verify.
 */
@RelaisTest
class RandomHistoryTest {
    private static final int STEPS = 45;
    private static final List<String> OBJECTS = List.of("customer", "note", "affiliation", "chantier");

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    Operations operations;

    @Autowired
    Trash trash;

    @Autowired
    ObjectTypes types;

    @Autowired
    Seals seals;

    @Autowired
    Verifier verifier;

    private final Map<String, List<UUID>> made = new TreeMap<>();
    private final List<UUID> done = new ArrayList<>();
    private Random random = new Random();
    private String where = "";

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void everyMomentCanBeSeenAgainAndUndoingAllInReverseGivesBackTheFirstStateExactly(long seed) {
        var actor = new Actor(
                Actor.Kind.USER,
                Ids.next(),
                "Inès",
                Ids.next(),
                new Grants(Map.of("*", EnumSet.allOf(Action.class))),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                List.of(),
                List.of(),
                Reach.EVERYTHING);
        random = new Random(seed);
        where = "seed " + seed;
        ScopedValue.where(Tenancy.CURRENT, actor.workspace())
                .where(Actor.CURRENT, actor)
                .run(this::history);
    }

    private void history() {
        records.write(Intent.of("field.create"), w -> w.create("field", json("""
                {"object":"customer","code":"rank","type":"NUMBER","labelFr":"Rang","slot":"n1"}""")));
        records.write(Intent.of("object.create"), w -> w.create("object", json("""
                {"code":"chantier","plural":"chantiers","icon":"hard-hat","oneFr":"Chantier","manyFr":"Chantiers",
                 "oneEn":"Site","manyEn":"Sites","titleFr":"Nom","titleEn":"Name"}""")));
        records.write(Intent.of("field.create"), w -> w.create("field", json("""
                {"object":"chantier","code":"client","type":"LINK","target":"customer","labelFr":"Client","required":true}""")));
        records.write(Intent.of("field.create"), w -> w.create("field", json("""
                {"object":"chantier","code":"others","type":"LINKS","target":"customer","labelFr":"Autres"}""")));
        OBJECTS.forEach(o -> made.put(o, new ArrayList<>()));
        done.clear();
        var moments = new LinkedHashMap<Instant, Map<UUID, ObjectNode>>();
        var before = new ArrayList<Map<UUID, ObjectNode>>();
        for (int step = 0; step < STEPS; step++) {
            var state = everything();
            int count = done.size();
            step();
            IntStream.range(count, done.size()).forEach(i -> before.add(state));
            moments.put(Instant.now(), alive());
            if (random.nextInt(10) == 0) {
                seals.all();
            }
        }
        moments.forEach(this::seenAgain);
        for (int i = done.size() - 1; i >= 0; i--) {
            var result = undo.undo(done.get(i));
            assertThat(result.kept() + result.blocked())
                    .as("%s: left by the undo of step %d: %s", where, i, left(result.operation()))
                    .isZero();
            assertThat(everything()).as("%s: before step %d", where, i).isEqualTo(before.get(i));
        }
        assertThat(everything()).isEmpty();
        seals.all();
        assertThat(verifier.verify(List.of()).findings()).as(where).isEmpty();
    }

    private String left(UUID undone) {
        return operations.remainders(undone, "kept", 5) + " " + operations.remainders(undone, "blocked", 5);
    }

    private void seenAgain(Instant at, Map<UUID, ObjectNode> then) {
        made.forEach((object, ids) -> ids.forEach(id -> assertThat(
                        records.asOf(object, id, at).map(Snapshot::values).orElse(null))
                .as("%s: %s %s as of %s", where, object, id, at)
                .isEqualTo(then.get(id))));
    }

    private void step() {
        var object = OBJECTS.get(random.nextInt(OBJECTS.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> create(made.get("customer").size() < 3 ? "customer" : object);
            case 4, 5 -> one(object).ifPresent(id -> write(w -> w.update(object, id, null, values(object))));
            case 6 -> write(w -> w.edit(object, some(object), s -> values(object)));
            case 7 -> one(object).ifPresent(id -> write(w -> w.delete(object, id, null)));
            case 8 -> write(w -> w.delete(object, some(object), s -> random.nextBoolean()));
            case 9, 10 -> restore(object);
            default -> takeBack();
        }
    }

    private void create(String object) {
        var values = values(object);
        if (object.equals("customer")) {
            values.put("kind", "organisation").put("name", "Client " + done.size());
        } else if (made.get("customer").size() < 2) {
            return;
        } else if (object.equals("note")) {
            values.put("customer", any("customer").toString()).put("body", "Note " + done.size());
        } else if (object.equals("chantier")) {
            values.put("name", "Chantier " + done.size())
                    .put("custom.client", any("customer").toString());
        } else {
            values.put("person", any("customer").toString())
                    .put("organisation", any("customer").toString());
        }
        var id = Ids.next();
        made.get(object).add(id);
        write(w -> w.apply(object, List.of(new Mutation.Create(id, values))));
    }

    private void restore(String object) {
        var lying = records.find(object, made.get(object)).values().stream()
                .filter(Snapshot::deleted)
                .map(Snapshot::id)
                .filter(id -> random.nextBoolean())
                .toList();
        if (!lying.isEmpty()) {
            note(trash.restore(types.of(object), lying, random.nextBoolean()).operation());
        }
    }

    /** Undoes anything that stands, an undo too; what it can't take back it leaves. */
    private void takeBack() {
        var standing = done.stream()
                .filter(id -> operations.find(id).filter(o -> !o.undone()).isPresent())
                .toList();
        if (!standing.isEmpty()) {
            note(undo.undo(standing.get(random.nextInt(standing.size()))).operation());
        }
    }

    private void write(Function<Writing, Object> work) {
        note(records.write(Intent.of("record.update", "x"), work).operation());
    }

    private void note(@Nullable UUID operation) {
        if (operation != null) {
            done.add(operation);
        }
    }

    private java.util.Optional<UUID> one(String object) {
        return made.get(object).isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(any(object));
    }

    private UUID any(String object) {
        var ids = made.get(object);
        return ids.get(random.nextInt(ids.size()));
    }

    private List<UUID> some(String object) {
        var ids = new ArrayList<>(made.get(object));
        Collections.shuffle(ids, random);
        return ids.subList(0, (ids.size() + 1) / 2);
    }

    private ObjectNode values(String object) {
        var values = Values.object();
        switch (object) {
            case "customer" -> customer(values);
            case "note" -> {
                values.put("pinned", random.nextBoolean());
                values.put("kind", List.of("note", "call").get(random.nextInt(2)));
                values.put("occurredAt", "2026-11-2" + random.nextInt(3) + "T10:00:00Z");
            }
            case "chantier" -> {
                var others = values.putArray("custom.others");
                some("customer").stream().limit(2).forEach(c -> others.add(c.toString()));
                values.put("shared", random.nextBoolean());
            }
            default -> {
                values.put("role", List.of("Directrice", "Chef").get(random.nextInt(2)));
                values.put("main", random.nextBoolean());
            }
        }
        return values;
    }

    private void customer(ObjectNode values) {
        if (random.nextBoolean()) {
            values.put("tier", List.of("gold", "silver").get(random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            values.put("reference", "R-" + random.nextInt(4));
        }
        if (random.nextBoolean()) {
            values.put("custom.rank", new double[] {1, 2.5, 100_000_000, 0.000001}[random.nextInt(4)]);
        }
        if (random.nextBoolean()) {
            var phones = values.putArray("phones");
            IntStream.range(1, 5)
                    .filter(p -> random.nextBoolean())
                    .forEach(p ->
                            phones.addObject().put("value", "046571120" + p).put("label", "l" + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            var tags = values.putArray("tags");
            List.of("vip", "bar", "Été").stream()
                    .filter(t -> random.nextBoolean())
                    .forEach(tags::add);
        }
    }

    /** Every record there is, those in the trash too. */
    private Map<UUID, ObjectNode> everything() {
        var states = new TreeMap<UUID, ObjectNode>();
        made.forEach((object, ids) -> records.find(object, ids).forEach((id, s) -> states.put(id, comparable(s))));
        return states;
    }

    private Map<UUID, ObjectNode> alive() {
        var states = new TreeMap<UUID, ObjectNode>();
        made.forEach((object, ids) -> records.find(object, ids).values().stream()
                .filter(s -> !s.deleted())
                .forEach(s -> states.put(s.id(), comparable(s))));
        return states;
    }

    /** Roll-ups follow from other records and are of today. */
    private static ObjectNode comparable(Snapshot record) {
        var values = record.values().deepCopy();
        record.type().fields().stream().filter(f -> !f.writable()).forEach(f -> values.remove(f.name()));
        return values;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
