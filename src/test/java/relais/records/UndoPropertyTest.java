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
import java.util.UUID;
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
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import tools.jackson.databind.node.ObjectNode;

/** Random histories: every moment can be seen again, and undoing everything in reverse leaves what was before. */
@RelaisTest
class UndoPropertyTest {
    private static final List<String> TAGS = List.of("vip", "bar", "Été", "palace");
    private static final List<String> PHONES = List.of("0465711201", "0465711202", "0465711203", "0465711204");

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    private final List<UUID> customers = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoingEverythingInReverseGivesBackTheFirstStateAndEveryMomentCanBeSeenAgain(long seed) {
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
        ScopedValue.where(Tenancy.CURRENT, actor.workspace())
                .where(Actor.CURRENT, actor)
                .run(() -> history(new Random(seed)));
    }

    private void history(Random random) {
        records.write(Intent.of("field.create"), w -> w.create("field", json("""
                {"object":"customer","code":"rank","type":"NUMBER","labelFr":"Rang","slot":"n1"}""")));
        customers.clear();
        var operations = new ArrayList<UUID>();
        var moments = new LinkedHashMap<Instant, Map<UUID, ObjectNode>>();
        var first = states();
        for (int step = 0; step < 40; step++) {
            var written = step(random);
            if (written != null) {
                operations.add(written);
            }
            moments.put(Instant.now(), states());
        }
        moments.forEach((at, then) -> customers.forEach(c -> assertThat(
                        records.asOf("customer", c, at).map(Snapshot::values).orElse(null))
                .as("as of %s", at)
                .isEqualTo(then.get(c))));

        Collections.reverse(operations);
        for (var operation : operations) {
            var result = undo.undo(operation);
            assertThat(result.kept()).isZero();
            assertThat(result.blocked()).isZero();
        }
        assertThat(states()).isEqualTo(first);
        assertThat(records.find("customer", customers)).isEmpty();
    }

    private UUID step(Random random) {
        return switch (random.nextInt(customers.isEmpty() ? 1 : 6)) {
            case 0 -> create(random);
            case 1, 2, 3 -> write(w -> w.update("customer", any(random), null, values(random)));
            case 4 -> write(w -> w.delete("customer", any(random), null));
            default ->
                write(w -> w.apply(
                        "customer",
                        customers.stream()
                                .map(c -> new Mutation.Update(c, null, values(random)))
                                .toList()));
        };
    }

    private UUID create(Random random) {
        var id = Ids.next();
        customers.add(id);
        var values = values(random);
        values.put("kind", "organisation");
        values.put("name", "Client " + customers.size());
        return write(w -> w.apply("customer", List.of(new Mutation.Create(id, values))));
    }

    private UUID write(java.util.function.Function<Writing, Object> work) {
        return records.write(Intent.of("record.update"), work).operation();
    }

    private UUID any(Random random) {
        return customers.get(random.nextInt(customers.size()));
    }

    private static ObjectNode values(Random random) {
        var values = Values.object();
        if (random.nextBoolean()) {
            values.put("tier", List.of("gold", "silver").get(random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            values.put("custom.rank", random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            values.putNull("tier");
        }
        if (random.nextBoolean()) {
            var phones = values.putArray("phones");
            PHONES.stream()
                    .filter(p -> random.nextBoolean())
                    .forEach(p -> phones.addObject().put("value", p).put("label", "l" + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            var tags = values.putArray("tags");
            TAGS.stream().filter(t -> random.nextBoolean()).forEach(tags::add);
        }
        return values;
    }

    private Map<UUID, ObjectNode> states() {
        var states = new LinkedHashMap<UUID, ObjectNode>();
        customers.forEach(c -> records.find("customer", c).ifPresent(s -> states.put(c, s.values())));
        return states;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
