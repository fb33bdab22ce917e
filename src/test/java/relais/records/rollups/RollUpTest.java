package relais.records.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class RollUpTest {
    private static final int GROUPS = 60;
    private static final int CUSTOMERS = 2_500;

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    ObjectTypes types;

    @Autowired
    Recount recount;

    private final List<UUID> groups = new ArrayList<>();
    private final List<UUID> customers = new ArrayList<>();

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }

    private void field(String code, String type, String more) {
        records.write(
                Intent.of("field.create", code),
                w -> w.create(
                        "field",
                        json("{\"object\":\"customer\",\"code\":\"" + code + "\",\"type\":\"" + type
                                + "\",\"labelFr\":\"" + code + "\"" + more + "}")));
    }

    private void rollUp(String code, String type, String described) {
        field(code, type, ",\"rollUp\":" + Values.json(Values.text(described)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyFigureIsWhatARecountGivesAfterRandomEditsBulksDeletesAndUndos(long seed) {
        world.asAdministrator(() -> {
            groups.clear();
            customers.clear();
            var s = String.valueOf(seed);
            field("groupe" + s, "LINK", ",\"target\":\"customer\"");
            field("ca" + s, "NUMBER", "");
            field("contrat" + s, "MONEY", "");
            field("visite" + s, "DATE", "");
            var path = "\"path\":\"customers.custom.groupe" + s + "\"";
            rollUp("nb" + s, "NUMBER", "{" + path + ",\"figure\":\"count\"}");
            rollUp(
                    "nbp" + s,
                    "NUMBER",
                    "{" + path
                            + ",\"figure\":\"count\",\"where\":{\"field\":\"stage\",\"op\":\"is\",\"values\":[\"prospect\"]}}");
            rollUp("total" + s, "NUMBER", "{" + path + ",\"figure\":\"sum\",\"field\":\"custom.ca" + s + "\"}");
            rollUp("somme" + s, "MONEY", "{" + path + ",\"figure\":\"sum\",\"field\":\"custom.contrat" + s + "\"}");
            rollUp("premiere" + s, "DATE", "{" + path + ",\"figure\":\"min\",\"field\":\"custom.visite" + s + "\"}");
            rollUp("derniere" + s, "DATE", "{" + path + ",\"figure\":\"max\",\"field\":\"custom.visite" + s + "\"}");
            rollUp("recent" + s, "NUMBER", "{" + path + ",\"figure\":\"latest\",\"field\":\"custom.ca" + s + "\"}");
            rollUp("notes" + s, "NUMBER", "{\"path\":\"notes\",\"figure\":\"count\"}");
            field(
                    "parTete" + s,
                    "NUMBER",
                    ",\"formula\":\"custom.total" + s + " / custom.nb" + s + "\",\"reads\":\"custom.total" + s
                            + " custom.nb" + s + "\"");
            play(new Random(seed), s);
            return true;
        });
    }

    private void play(Random random, String s) {
        for (int i = 0; i < GROUPS; i++) {
            groups.add(Ids.next());
        }
        write(w -> w.apply("customer", creates(groups, i -> json("{\"name\":\"Groupe " + i + "\"}"))));
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(Ids.next());
        }
        write(w -> w.apply("customer", creates(customers, i -> values(random, s).put("name", "Client " + i))));
        right();
        var operations = new ArrayList<UUID>();
        for (int step = 0; step < 14; step++) {
            var operation = step(random, s);
            if (operation != null) {
                operations.add(operation);
            }
            right();
        }
        for (var operation : operations.reversed()) {
            undo.undo(operation);
            right();
        }
    }

    private static List<Mutation> creates(List<UUID> ids, java.util.function.IntFunction<ObjectNode> values) {
        var creates = new ArrayList<Mutation>();
        for (int i = 0; i < ids.size(); i++) {
            creates.add(new Mutation.Create(ids.get(i), values.apply(i)));
        }
        return creates;
    }

    private UUID step(Random random, String s) {
        return switch (random.nextInt(6)) {
            case 0 -> write(w -> w.update("customer", any(random), null, values(random, s)));
            case 1 -> write(w -> w.delete("customer", any(random), null));
            case 2 -> {
                var values = Values.object();
                values.put("custom.ca" + s, random.nextInt(100));
                yield write(w -> w.edit("customer", customers, c -> values));
            }
            case 3 -> write(w -> w.edit("customer", customers, c -> values(random, s)));
            case 4 ->
                write(w -> w.edit("customer", customers.subList(0, 800), c -> {
                    var gone = Values.object();
                    gone.put(Snapshot.DELETED, java.time.Instant.now().toString());
                    return gone;
                }));
            default -> {
                var notes = new ArrayList<UUID>();
                for (int i = 0; i < 50; i++) {
                    notes.add(Ids.next());
                }
                yield write(w -> w.apply(
                        "note",
                        creates(
                                notes,
                                i -> json("{\"body\":\"n\"}")
                                        .put(
                                                "customer",
                                                groups.get(random.nextInt(GROUPS))
                                                        .toString()))));
            }
        };
    }

    private UUID any(Random random) {
        return customers.get(random.nextInt(customers.size()));
    }

    private UUID write(java.util.function.Function<Writing, Object> work) {
        return records.write(Intent.of("record.update", "x"), work).operation();
    }

    private ObjectNode values(Random random, String s) {
        var values = Values.object();
        if (random.nextInt(4) > 0) {
            values.put("custom.groupe" + s, groups.get(random.nextInt(GROUPS)).toString());
        } else {
            values.putNull("custom.groupe" + s);
        }
        if (random.nextBoolean()) {
            values.put("custom.ca" + s, random.nextInt(1_000));
        }
        if (random.nextBoolean()) {
            values.putObject("custom.contrat" + s)
                    .put("amount", random.nextInt(500) + ".50")
                    .put("currency", random.nextInt(500) == 0 ? "USD" : "EUR");
        }
        if (random.nextBoolean()) {
            values.put("custom.visite" + s, "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
        }
        values.put("stage", random.nextBoolean() ? "prospect" : "customer");
        return values;
    }

    private void right() {
        var all = new ArrayList<>(groups);
        all.addAll(customers);
        assertThat(recount.wrong(types.of("customer"), all)).isEmpty();
    }

    @Test
    void aFigureIsCountedAndFollowedByItsFormula() {
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            field("reseau", "LINK", ",\"target\":\"customer\"");
            field("parts", "NUMBER", "");
            var group = created("{\"name\":\"Tête de réseau\"}");
            var before = created("{\"name\":\"Avant\",\"custom.reseau\":\"" + group + "\",\"custom.parts\":3}");
            rollUp(
                    "toutes",
                    "NUMBER",
                    "{\"path\":\"customers.custom.reseau\",\"figure\":\"sum\",\"field\":\"custom.parts\"}");
            field("assez", "BOOLEAN", ",\"formula\":\"custom.toutes >= 10\",\"reads\":\"custom.toutes\"");
            assertThat(number(group, "custom.toutes")).isEqualByComparingTo("3");
            var version = find(group).version();
            var later = created("{\"name\":\"Après\",\"custom.reseau\":\"" + group + "\",\"custom.parts\":7}");
            assertThat(number(group, "custom.toutes")).isEqualByComparingTo("10");
            assertThat(find(group).value("custom.assez").asBoolean(false)).isTrue();
            assertThat(find(group).version()).as("nobody edited it").isEqualTo(version);
            assertThat(number(before, "custom.toutes")).isEqualByComparingTo("0");

            var deletion = write(w -> w.delete("customer", later, null));
            assertThat(number(group, "custom.toutes")).isEqualByComparingTo("3");
            undo.undo(Objects.requireNonNull(deletion));
            assertThat(number(group, "custom.toutes")).isEqualByComparingTo("10");
            return true;
        });
    }

    private UUID created(String values) {
        return records.write(Intent.of("record.create", "x"), w -> w.create("customer", json(values)))
                .result()
                .id();
    }

    private Snapshot find(UUID id) {
        return records.find("customer", id).orElseThrow();
    }

    private BigDecimal number(UUID id, String field) {
        return find(id).value(field).decimalValue();
    }
}
