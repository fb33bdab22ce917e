package relais.records.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
import relais.records.types.Values;
import relais.world.RelaisTest;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class SealTest {
    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    Seals seals;

    @Autowired
    Verifier verifier;

    @Autowired
    Erasure erasure;

    private final Chains chain = Chains.fresh();

    @Test
    void whatIsWrittenIsNumberedAndSealedAndVerifies() {
        var customer = three();
        chain.in(() -> undo.undo(
                Objects.requireNonNull(write(w -> w.update("customer", customer, null, json("{\"tier\":\"gold\"}"))))));
        seal();
        var report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.operations()).isEqualTo(5);
        assertThat(report.changes()).isEqualTo(5);
        assertThat(report.waiting()).isZero();
        assertThat(chain.in(seals::status).operations()).isEqualTo(5);
        assertThat(chain.in(seals::status).print()).hasSize(9);

        write(w -> w.update("customer", customer, null, json("{\"tier\":\"silver\"}")));
        assertThat(verify().waiting()).isEqualTo(1);
        seal();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().seals()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE records.change SET before = jsonb_set(before, '{tier}', '\"gold\"') WHERE tenant_id = $T AND seq = 0 AND version_before = 1",
                "UPDATE records.change SET after = jsonb_set(after, '{name}', '\"Autre\"') WHERE tenant_id = $T AND version_after = 1 AND at = (SELECT min(at) FROM records.change WHERE tenant_id = $T)",
                "UPDATE records.change SET digest = set_byte(digest, 0, (get_byte(digest, 0) + 1) % 256) WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET salt = set_byte(salt, 3, (get_byte(salt, 3) + 1) % 256) WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET record_id = gen_random_uuid() WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET object = 'note' WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET version_after = 9 WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET at = at + interval '1 microsecond' WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET seq = 7 WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.change SET before = NULL, after = NULL, salt = '' WHERE tenant_id = $T AND version_before = 1",
                "DELETE FROM records.change WHERE tenant_id = $T AND version_before = 1",
                "INSERT INTO records.change SELECT tenant_id, at, operation_id, 1, object, record_id, version_before, version_after, before, after, salt, digest FROM records.change WHERE tenant_id = $T AND version_before = 1",
                "INSERT INTO records.change SELECT tenant_id, at, gen_random_uuid(), 1, object, record_id, version_before, version_after, before, after, salt, digest FROM records.change WHERE tenant_id = $T AND version_before = 1",
                "UPDATE records.operation SET actor_name = 'Hugo' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET actor_id = gen_random_uuid() WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET intent = 'record.delete' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET args = '{\"subject\":\"x\"}' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET origin = 'api x' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET at = at - interval '1 hour' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET ended_at = ended_at + interval '1 hour' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET changes = 3 WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET object = 'note' WHERE tenant_id = $T AND sealed = 2",
                "UPDATE records.operation SET kept = 3 WHERE tenant_id = $T AND sealed = 2",
                "DELETE FROM records.operation WHERE tenant_id = $T AND sealed = 2",
                "DELETE FROM records.seal_entry WHERE tenant_id = $T AND number = 2",
                "DELETE FROM records.seal WHERE tenant_id = $T AND number = 1",
                "UPDATE records.seal SET at = at + interval '1 second' WHERE tenant_id = $T AND number = 1",
                "UPDATE records.seal SET mac = set_byte(mac, 0, (get_byte(mac, 0) + 1) % 256) WHERE tenant_id = $T AND number = 1",
                "UPDATE records.seal SET content = set_byte(content, 0, (get_byte(content, 0) + 1) % 256) WHERE tenant_id = $T AND number = 2",
                "UPDATE records.seal_entry SET digest = set_byte(digest, 0, (get_byte(digest, 0) + 1) % 256) WHERE tenant_id = $T AND number = 2",
                "UPDATE records.seal_entry SET number = CASE number WHEN 1 THEN -2 ELSE -1 END WHERE tenant_id = $T AND number IN (1, 2); UPDATE records.seal_entry SET number = -number WHERE tenant_id = $T AND number < 0",
                "UPDATE records.operation SET sealed = 3 - sealed WHERE tenant_id = $T AND sealed IN (1, 2)"
            })
    void anythingThatIsAlteredPastRelaisIsFound(String hand) {
        three();
        seal();
        write(w -> w.create("customer", json("{\"kind\":\"organisation\",\"name\":\"Dernier\"}")));
        seal();
        assertThat(verify().findings()).isEmpty();
        chain.tamper(hand);
        assertThat(verify().intact()).as(hand).isFalse();
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheHeadThatLiesBesideTheDatabase() {
        three();
        seal();
        write(w -> w.create("customer", json("{\"kind\":\"organisation\",\"name\":\"Dernier\"}")));
        seal();
        chain.tamper(
                "DELETE FROM records.change h USING records.operation o WHERE h.tenant_id = $T AND o.tenant_id = $T"
                        + " AND o.id = h.operation_id AND o.sealed = 4");
        chain.tamper("DELETE FROM records.operation WHERE tenant_id = $T AND sealed = 4");
        chain.tamper("DELETE FROM records.seal_entry WHERE tenant_id = $T AND number = 4");
        chain.tamper("DELETE FROM records.seal WHERE tenant_id = $T AND number = 2");
        assertThat(verify().findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(Finding.Kind.TAIL_CUT);
    }

    @Test
    void aHeadThatWasKeptElsewhereStandsInTheChainEverAfter() {
        three();
        seal();
        var kept = Head.parse(chain.in(seals::head).text()).orElseThrow();
        write(w -> w.create("customer", json("{\"kind\":\"organisation\",\"name\":\"Suivant\"}")));
        seal();
        assertThat(verify(kept).intact()).isTrue();
        var other = new Head(
                kept.workspace(),
                kept.id(),
                1,
                3,
                kept.at(),
                "00" + kept.print().substring(2),
                kept.told());
        assertThat(verify(other).findings()).extracting(Finding::kind).containsExactly(Finding.Kind.HEAD_OTHER);
        var later = new Head(kept.workspace(), kept.id(), 9, 30, kept.at(), kept.print(), kept.told());
        assertThat(verify(later).findings()).extracting(Finding::kind).containsExactly(Finding.Kind.TAIL_CUT);
        assertThat(Head.parse("{\"seal\":1}")).isEmpty();
    }

    @Test
    void aLongOperationIsSealedInPartsAndWhatIsAddedToItLaterToo() {
        var operation = chain.in(() -> records.open(Intent.of("record.update", "customer")));
        assertThat(chain.in(seals::status).waiting()).isZero();
        add(operation, 7_000);
        seal();
        add(operation, 10);
        assertThat(verify().findings()).isEmpty();
        seal();
        add(operation, 6_000);
        seal();
        var report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.changes()).isEqualTo(13_010);
        assertThat(report.operations()).as("parts").isEqualTo(5);
        chain.tamper("DELETE FROM records.change WHERE tenant_id = $T AND seq = 2999");
        assertThat(verify().intact()).isFalse();
    }

    @Test
    void afterAnErasureNoValueIsLeftAndTheChainStillVerifies() {
        var id = chain.in(() -> {
            var made = records.write(
                    Intent.of("customer.create", "Nora Vidal"),
                    w -> w.create("customer", json("{\"givenName\":\"Nora\",\"familyName\":\"Vidal\"}")));
            var other = records.write(
                    Intent.of("customer.create", "Autre"),
                    w -> w.create("customer", json("{\"kind\":\"organisation\",\"name\":\"Autre\"}")));
            assertThat(other.operation()).isNotNull();
            return made.result().id();
        });
        seal();
        write(w -> w.update("customer", id, null, json("{\"industry\":\"Vidal et fils\"}")));
        assertThat(chain.in(() -> erasure.blank("customer", List.of(id)))).isEqualTo(2);
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().erased()).isEqualTo(1);
        seal();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().erased()).isEqualTo(2);
        assertThat(chain.tamper("DELETE FROM records.operation WHERE tenant_id = $T AND args::text LIKE '%Vidal%'"))
                .isZero();
        assertThat(chain.tamper("DELETE FROM records.change WHERE tenant_id = $T AND"
                        + " (before::text LIKE '%Vidal%' OR after::text LIKE '%Vidal%')"))
                .isZero();
        assertThat(chain.in(() -> records.changes("customer", id, 10)))
                .allMatch(c -> c.erased());
        assertThat(chain.in(() -> erasure.blank("customer", List.of(id))))
                .as("again")
                .isZero();
    }

    @Test
    void anErasureIsRefusedToOneWorkspaceForTheChangesOfAnother() {
        var id = three();
        assertThat(Chains.fresh().in(() -> erasure.blank("customer", List.of(id))))
                .isZero();
        seal();
        assertThat(verify().erased()).isZero();
        assertThat(verify().intact()).isTrue();
    }

    private UUID three() {
        var id = Ids.next();
        write(w -> w.apply(
                "customer",
                List.of(new Mutation.Create(
                        id, json("{\"kind\":\"organisation\",\"name\":\"Hôtel <b>é</b>\",\"tags\":[\"vip\"]}")))));
        write(w ->
                w.update("customer", id, null, json("{\"tier\":\"silver\",\"phones\":[{\"value\":\"0465711208\"}]}")));
        write(w -> w.update("customer", id, null, json("{\"tier\":\"bronze\"}")));
        return id;
    }

    private void add(UUID operation, int count) {
        chain.in(() -> records.resume(operation, w -> {
            var all = new ArrayList<Mutation>();
            for (int i = 0; i < count; i++) {
                all.add(new Mutation.Create(Ids.next(), json("{\"kind\":\"organisation\",\"name\":\"N" + i + "\"}")));
            }
            return w.apply("customer", all);
        }));
    }

    private UUID write(Function<Writing, Object> work) {
        return chain.in(
                () -> records.write(Intent.of("record.update", "Hôtel"), work).operation());
    }

    private void seal() {
        chain.in(() -> {
            seals.all();
            return true;
        });
    }

    private Report verify(Head... known) {
        return chain.in(() -> verifier.verify(List.of(known)));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
