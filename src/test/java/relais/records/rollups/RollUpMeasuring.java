package relais.records.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.ChangePlace;
import relais.records.changes.Intent;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Measures a bulk edit and its undo beside roll-ups; only when asked: {@code -Dtest=RollUpMeasuring}. */
@RelaisTest
class RollUpMeasuring {
    private static final int SLICE = 2_000;
    private static final int EACH = 20;

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
        var json = "{\"object\":\"customer\",\"code\":\"" + code + "\",\"type\":\"" + type + "\",\"labelFr\":\"" + code
                + "\"" + more + "}";
        records.write(Intent.of("field.create", code), w -> w.create("field", json(json)));
    }

    private void rollUp(String code, String described) {
        field(
                code,
                "NUMBER",
                ",\"rollUp\":" + Values.json(Values.text("{\"path\":\"customers.custom.groupe\"," + described + "}")));
    }

    @Test
    void aBulkEditOfManyAndItsUndoLeaveEveryFigureRight() {
        int count = Integer.getInteger("relais.rollups.customers", 100_000);
        world.asAdministrator(() -> {
            field("groupe", "LINK", ",\"target\":\"customer\"");
            field("ca", "NUMBER", "");
            rollUp("nb", "\"figure\":\"count\"");
            rollUp("total", "\"figure\":\"sum\",\"field\":\"custom.ca\"");
            rollUp("plus", "\"figure\":\"max\",\"field\":\"custom.ca\"");
            field(
                    "moyenne",
                    "NUMBER",
                    ",\"formula\":\"round(custom.total / custom.nb, 2)\",\"reads\":\"custom.total custom.nb\"");
            fill(count);
            var operation = edit();
            takeBack(operation);
            return true;
        });
    }

    private void fill(int count) {
        for (int i = 0; i < count / EACH; i++) {
            groups.add(Ids.next());
        }
        for (int i = 0; i < count; i++) {
            customers.add(Ids.next());
        }
        create(groups, i -> json("{\"name\":\"Groupe " + i + "\"}"));
        timed(
                "created",
                () -> create(
                        customers,
                        i -> json("{\"name\":\"Client " + i + "\",\"custom.ca\":" + i % 100 + ",\"custom.groupe\":\""
                                + groups.get(i % groups.size()) + "\"}")));
        right();
    }

    private void create(List<UUID> ids, java.util.function.IntFunction<ObjectNode> values) {
        for (int from = 0; from < ids.size(); from += SLICE) {
            var creates = new ArrayList<Mutation>();
            for (int i = from; i < Math.min(ids.size(), from + SLICE); i++) {
                creates.add(new Mutation.Create(ids.get(i), values.apply(i)));
            }
            records.write(Intent.of("record.create", "x"), w -> w.apply("customer", creates));
        }
    }

    private UUID edit() {
        var operation = records.open(Intent.of("bulk.update"));
        timed(
                "bulk edit",
                () -> slices(slice -> records.resume(
                        operation,
                        w -> w.edit("customer", slice, c -> {
                            var values = Values.object();
                            values.put("custom.ca", c.value("custom.ca").intValue() + 7);
                            return values;
                        }))));
        right();
        return operation;
    }

    private void slices(Consumer<List<UUID>> work) {
        for (int from = 0; from < customers.size(); from += SLICE) {
            work.accept(customers.subList(from, Math.min(customers.size(), from + SLICE)));
        }
    }

    private void takeBack(UUID operation) {
        timed("undo", () -> {
            var undoing = undo.begin(operation);
            var place = ChangePlace.END;
            Undo.Slice slice;
            do {
                slice = undo.slice(operation, undoing, place, SLICE);
                place = slice.place();
                assertThat(slice.kept() + slice.blocked()).isZero();
            } while (!slice.last());
        });
        right();
    }

    private void timed(String what, Runnable work) {
        var begin = Instant.now();
        work.run();
        System.out.printf(
                "%s: %.1f s%n", what, Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }

    private void right() {
        timed(
                "recounted",
                () -> slices(slice ->
                        assertThat(recount.wrong(types.of("customer"), slice)).isEmpty()));
        assertThat(recount.wrong(types.of("customer"), groups)).isEmpty();
    }
}
