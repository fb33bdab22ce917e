package relais.customers;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.TestDatabase;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Customers for the tests of cards, and the power to have made them earlier. */
@Component
public class Cardboard {
    private final World world;
    private final Records records;
    private final DSLContext sql;

    Cardboard(World world, Records records, DSLContext sql) {
        this.world = world;
        this.records = records;
        this.sql = sql;
    }

    /** A customer of Maison Verdier. */
    public UUID customer(String json) {
        return make("customer", json);
    }

    /** A record of Maison Verdier. */
    public UUID make(String object, String json) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", "x"), w -> w.create(object, json(json)))
                .result()
                .id());
    }

    /** Changes a record as the agent; the operation is the answer. */
    public UUID edit(String object, UUID id, String json) {
        return world.as(world.verdier(), world.verdier().agent(), () -> {
            var done = records.write(Intent.of("record.update", "x"), w -> w.update(object, id, null, json(json)));
            if (!(done.result() instanceof Outcome.Written)) {
                throw new AssertionError(done.result());
            }
            return Objects.requireNonNull(done.operation());
        });
    }

    /** Moves everything that was written so far into the past by so many days. */
    public void age(int days) {
        var database = sql.fetchSingle("SELECT current_database()").get(0, String.class);
        var server = TestDatabase.server(Objects.requireNonNull(database));
        try (var c = DriverManager.getConnection(
                        server.url(), server.owner().user(), server.owner().password());
                var statement = c.createStatement()) {
            c.setAutoCommit(false);
            statement.execute("SELECT platform.set_tenant('" + world.verdier().id() + "')");
            for (var moved : List.of(
                    "records.change SET at = at", "records.operation SET at = at",
                    "customers.customer SET created_at = created_at",
                            "customers.affiliation SET created_at = created_at",
                    "timeline.entry SET recorded_at = recorded_at",
                            "timeline.entry_customer SET recorded_at = recorded_at",
                    "timeline.note SET created_at = created_at", "timeline.note SET updated_at = updated_at",
                    "timeline.note SET deleted_at = deleted_at", "timeline.entry SET removed_at = removed_at")) {
                statement.execute("UPDATE " + moved + " - interval '" + days + " days'");
            }
            c.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
