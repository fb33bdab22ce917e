package relais.records.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class KnownPartsTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID id;

    @BeforeEach
    void aCustomerInLyon() {
        id = as(() -> records.write(
                        Intent.of("customer.create", "Girard"),
                        w -> w.create(
                                "customer",
                                values("{\"kind\":\"organisation\",\"name\":\"Girard\",\"tags\":[\"fidèle\"],"
                                        + "\"addresses\":[{\"postcode\":\"69001\",\"city\":\"Lyon\"}]}")))
                .result()
                .id());
    }

    @Test
    void whatIsReadASecondTimeIsTheSameAndAnEditOrItsUndoIsSeenAtOnce() {
        assertThat(city()).isEqualTo("Lyon");
        assertThat(city()).isEqualTo("Lyon");
        assertThat(tags()).isEqualTo("[\"fidèle\"]");
        var moved = as(() -> change("{\"addresses\":[{\"postcode\":\"75002\",\"city\":\"Paris\"}],\"tags\":[]}"));
        assertThat(city()).isEqualTo("Paris");
        assertThat(tags()).isEmpty();
        as(() -> undo.undo(moved));
        assertThat(city()).isEqualTo("Lyon");
        assertThat(tags()).isEqualTo("[\"fidèle\"]");
    }

    @Test
    void whatAWriteSawThatCameToNothingIsNotShownToAnybody() {
        assertThatThrownBy(() -> as(() -> {
                    new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        change("{\"addresses\":[{\"city\":\"Nulle part\"}]}");
                        assertThat(read().value("addresses")
                                        .path(0)
                                        .path("city")
                                        .asString())
                                .isEqualTo("Nulle part");
                        throw new IllegalStateException("broken off");
                    });
                    return null;
                }))
                .hasMessage("broken off");
        as(() -> change("{\"addresses\":[{\"city\":\"Nantes\"}]}"));
        assertThat(city()).isEqualTo("Nantes");
    }

    @Test
    void whoeverChangesAStateThatWasReadChangesNoOthers() {
        as(() -> {
            read().values().withArray("tags").removeAll();
            ((ObjectNode) read().value("addresses").path(0)).put("city", "Ailleurs");
            return null;
        });
        assertThat(city()).isEqualTo("Lyon");
        assertThat(tags()).isEqualTo("[\"fidèle\"]");
    }

    @Test
    void aReadingOfFewFieldsDoesNotStandForOneOfAll() {
        as(() -> records.find("customer", List.of(id), List.of("tags")));
        assertThat(city()).isEqualTo("Lyon");
    }

    private <T> T as(java.util.concurrent.Callable<T> work) {
        return world.asAdministrator(work);
    }

    private UUID change(String json) {
        var operated = records.write(Intent.of("record.update", "Girard"), w -> {
            var changes = new ArrayList<Mutation>();
            changes.add(new Mutation.Update(id, null, values(json)));
            return w.apply("customer", changes);
        });
        return operated.operation();
    }

    private Snapshot read() {
        return records.find("customer", id).orElseThrow();
    }

    private String city() {
        return as(() -> read().value("addresses").path(0).path("city").asString(""));
    }

    private String tags() {
        return as(() -> {
            var tags = read().value("tags");
            return Values.empty(tags) ? "" : Values.json(tags);
        });
    }

    private static ObjectNode values(String json) {
        return (ObjectNode) Values.parse(json);
    }
}
