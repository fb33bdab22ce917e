package relais.records.merging;

import static org.assertj.core.api.Assertions.assertThat;

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
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import tools.jackson.databind.node.ObjectNode;

/** Random merges of customers with notes, ties, tags, links of the workspace's own: taken back in reverse, all is as before. */
@RelaisTest
class MergePropertyTest {
    @Autowired
    Records records;

    @Autowired
    Merges merges;

    @Autowired
    Undo undo;

    private final Map<String, List<UUID>> all = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void separatingEverythingInReverseGivesBackTheFirstStateExactly(long seed) {
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
        all.clear();
        stock(random);
        var first = states();
        var operations = new ArrayList<UUID>();
        for (int step = 0; step < 12; step++) {
            var operation = step(random);
            if (operation != null) {
                operations.add(operation);
            }
        }
        var last = states();
        Collections.reverse(operations);
        var undone = new ArrayList<UUID>();
        for (var operation : operations) {
            undone.add(taken(operation));
        }
        assertThat(states()).isEqualTo(first);
        Collections.reverse(undone);
        undone.forEach(this::taken);
        assertThat(withoutVersions(states())).isEqualTo(withoutVersions(last));
    }

    private UUID taken(UUID operation) {
        var result = undo.undo(operation);
        assertThat(result.kept()).isZero();
        assertThat(result.blocked()).isZero();
        return result.operation();
    }

    private void stock(Random random) {
        records.write(Intent.of("field.create"), w -> w.create("field", json("""
                {"object":"customer","code":"partner","type":"LINK","target":"customer","labelFr":"Partenaire"}""")));
        for (int i = 0; i < 8; i++) {
            make("customer", """
                    {"kind":"%s","name":"Client %d","familyName":%s,"reference":"R-%d","tier":"%s","phones":[{"value":"046571120%d"}],"tags":["t%d"]}"""
                    .formatted(
                            i % 3 == 0 ? "person" : "organisation",
                            i,
                            i % 3 == 0 ? "\"Nom " + i + "\"" : "null",
                            i,
                            i % 2 == 0 ? "gold" : "silver",
                            i / 2,
                            i % 3));
        }
        var customers = all.get("customer");
        for (int i = 0; i < 20; i++) {
            make("note", "{\"customer\":\"%s\",\"body\":\"Note %d\"}".formatted(any(customers, random), i));
            var person = any(customers, random);
            var organisation = any(customers, random);
            if (!person.equals(organisation)) {
                make("affiliation", "{\"person\":\"%s\",\"organisation\":\"%s\"}".formatted(person, organisation));
            }
        }
        for (var customer : customers) {
            var other = any(customers, random);
            if (!other.equals(customer)) {
                var values = "{\"recommendedBy\":\"%s\",\"custom.partner\":\"%s\"}".formatted(other, other);
                records.write(Intent.of("record.update"), w -> w.update("customer", customer, null, json(values)));
            }
        }
        var gone = any(all.get("note"), random);
        records.write(Intent.of("record.delete"), w -> w.delete("note", gone, null));
    }

    private UUID step(Random random) {
        var alive = all.get("customer").stream()
                .filter(c -> records.find("customer", c).isPresent())
                .toList();
        if (alive.size() < 3) {
            return null;
        }
        var shuffled = new ArrayList<>(alive);
        Collections.shuffle(shuffled, random);
        if (random.nextInt(4) == 0) {
            var values = json("{\"industry\":\"Secteur %d\"}".formatted(random.nextInt(3)));
            return records.write(
                            Intent.of("record.update"), w -> w.update("customer", shuffled.getFirst(), null, values))
                    .operation();
        }
        int many = 1 + random.nextInt(2);
        var chosen = Map.of(
                "reference", List.of(shuffled.get(1)),
                "tier", List.of(shuffled.get(random.nextInt(2))),
                "phones", List.of(shuffled.get(0), shuffled.get(1)));
        return merges.merge(new Merges.Request(
                        "customer", shuffled.getFirst(), shuffled.subList(1, 1 + many), chosen, Map.of()))
                .operation();
    }

    private static UUID any(List<UUID> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private void make(String object, String text) {
        var id = Ids.next();
        var done = records.write(Intent.of("record.create"), w -> w.apply(object, List.of(new Mutation.Create(id, json(text)))));
        assertThat(done.operation()).as(done.result().toString()).isNotNull();
        all.computeIfAbsent(object, o -> new ArrayList<>()).add(id);
    }

    private Map<UUID, ObjectNode> states() {
        var states = new LinkedHashMap<UUID, ObjectNode>();
        all.forEach((object, ids) -> records.find(object, ids).forEach((id, s) -> {
            var values = s.values().deepCopy();
            values.remove("lastContactAt");
            states.put(id, values);
        }));
        return states;
    }

    /** Going forward again, what went to the trash went there at another moment, and a copied number bears another id. */
    private static Map<UUID, String> withoutVersions(Map<UUID, ObjectNode> states) {
        var texts = new LinkedHashMap<UUID, String>();
        states.forEach((id, values) -> {
            var copy = values.deepCopy();
            if (copy.has("deletedAt")) {
                copy.put("deletedAt", "then");
            }
            texts.put(id, Values.canonical(copy));
        });
        return texts;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
