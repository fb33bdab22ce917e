package relais.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.Reach;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.world.RelaisTest;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class RecordsTest {
    private final UUID workspace = Ids.next();
    private final Actor ines = new Actor(
            Actor.Kind.USER,
            Ids.next(),
            "Inès Garnier",
            workspace,
            new Grants(Map.of("*", EnumSet.allOf(Action.class))),
            Locale.FRENCH,
            ZoneId.of("Europe/Paris"),
            List.of(),
            List.of(),
            Reach.EVERYTHING);

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Test
    void aCustomerIsWrittenReadChangedAndSeenAsItWas() {
        as(ines, () -> {
            var id = create("""
                    {"kind":"organisation","name":"Hôtel des Tilleuls","tags":["Palace","bar"],
                     "phones":[{"value":"04 65 71 12 80","label":"Accueil"}],
                     "emails":[{"value":"Accueil@Tilleuls.example"}]}""");
            var first = records.find("customer", id).orElseThrow();
            assertThat(first.title()).isEqualTo("Hôtel des Tilleuls");
            assertThat(first.value("phones").path(0).path("value").asString()).isEqualTo("+33465711280");
            assertThat(first.value("phones").path(0).path("source").asString()).isEqualTo("user");
            assertThat(first.value("tags").toString()).isEqualTo("[\"bar\",\"Palace\"]");
            var before = Instant.now();

            var changed = edit(id, 1, """
                    {"phones":[{"value":"+33465711208"}],"tier":"gold","tags":["bar"]}""");
            assertThat(changed.result()).isEqualTo(new Outcome.Written(id, 2));

            var now = records.find("customer", id).orElseThrow();
            assertThat(now.text("tier")).isEqualTo("gold");
            var then = records.asOf("customer", id, before).orElseThrow();
            assertThat(then.value("phones").path(0).path("value").asString()).isEqualTo("+33465711280");
            assertThat(then.value("tier").isMissingNode()).isTrue();
            assertThat(then.value("tags").size()).isEqualTo(2);
            assertThat(records.asOf("customer", id, Instant.EPOCH)).isEmpty();
            assertThat(records.provenance("customer", id, "phones")
                            .orElseThrow()
                            .previous()
                            .path(0)
                            .path("value")
                            .asString())
                    .isEqualTo("+33465711280");
        });
    }

    @Test
    void undoRestoresWhatStillStandsAndKeepsWhatWasEditedSince() {
        as(ines, () -> {
            var id = create("{\"kind\":\"organisation\",\"name\":\"Imprimerie Delmas\"}");
            var edit = edit(id, null, "{\"tier\":\"gold\",\"industry\":\"Imprimerie\"}");
            edit(id, null, "{\"industry\":\"Papeterie\"}");

            var result = undo.undo(Objects.requireNonNull(edit.operation()));

            var now = records.find("customer", id).orElseThrow();
            assertThat(now.value("tier").isMissingNode()).isTrue();
            assertThat(now.text("industry")).isEqualTo("Papeterie");
            assertThat(result.kept()).isEqualTo(1);
        });
    }

    @Test
    void undoingAnUntouchedCreationRemovesItAndUndoingThatBringsItBackWithItsIdAndPhones() {
        as(ines, () -> {
            var made = records.write(Intent.of("customer.create"), w -> w.create("customer", json("""
                    {"kind":"organisation","name":"Pension Montbrun","phones":[{"value":"0478556000"}],"tags":["vip"]}""")));
            var id = made.result().id();
            var full = records.find("customer", id).orElseThrow();

            var undone = undo.undo(Objects.requireNonNull(made.operation()));
            assertThat(undone.reversed()).isEqualTo(1);
            assertThat(records.find("customer", List.of(id))).isEmpty();

            undo.undo(undone.operation());
            assertThat(records.find("customer", id).orElseThrow().values()).isEqualTo(full.values());
        });
    }

    @Test
    void aStaleVersionIsRefusedAndShowsWhatStandsNow() {
        as(ines, () -> {
            var id = create("{\"kind\":\"organisation\",\"name\":\"Salon Naïa\"}");
            edit(id, 1, "{\"tier\":\"gold\"}");
            var late = edit(id, 1, "{\"tier\":\"silver\"}");
            assertThat(late.operation()).isNull();
            assertThat(((Outcome.Stale) late.result()).current().text("tier")).isEqualTo("gold");
        });
    }

    @Test
    void badValuesAreRejectedEachWithItsFieldAndReason() {
        as(ines, () -> {
            var outcome = records.write(
                    Intent.of("customer.create"), w -> w.create("customer", json("""
                    {"kind":"organisation","name":"X","emails":[{"value":"nobody"}],"phones":[{"value":"voir standard"}],
                     "birthDate":"2026-02-31","tier":"diamond","color":"red","owner":"%s"}""".formatted(Ids.next()))));
            var problems = ((Outcome.Rejected) outcome.result()).problems();
            assertThat(problems)
                    .extracting(p -> p.field() + " " + p.code())
                    .contains(
                            "emails email.malformed",
                            "phones phone.malformed",
                            "birthDate date.impossible",
                            "tier choice.unknown",
                            "color field.unknown");
        });
    }

    @Test
    void aNameThatShowsNothingIsNone() {
        as(ines, () -> {
            for (var name : new String[] {"\u200b\u2060", "\u0301\u0301", "\u00a0\u3000", "\u3164"}) {
                var outcome = records.write(
                        Intent.of("customer.create"),
                        w -> w.create("customer", json("{\"kind\":\"organisation\",\"name\":\"" + name + "\"}")));
                assertThat(((Outcome.Rejected) outcome.result()).problems())
                        .extracting(Problem::code)
                        .containsExactly("customer.nameless");
            }
        });
    }

    @Test
    void aReferenceBelongsToOneCustomerAndTheHolderIsNamed() {
        as(ines, () -> {
            var holder = create("{\"kind\":\"organisation\",\"name\":\"A\",\"reference\":\"V-1\"}");
            var second = records.write(
                    Intent.of("customer.create"),
                    w -> w.create(
                            "customer", json("{\"kind\":\"organisation\",\"name\":\"B\",\"reference\":\"v-1\"}")));
            assertThat(((Outcome.Rejected) second.result()).problems())
                    .containsExactly(Problem.of("reference", "unique.taken", "v-1", holder.toString()));
        });
    }

    @Test
    void aCustomFieldAppearsAtOnceAndItsValuesHaveHistory() {
        as(ines, () -> {
            records.write(Intent.of("field.create"), w -> w.create("field", json("""
                    {"object":"customer","code":"machines","type":"NUMBER","labelFr":"Machines","labelEn":"Machines"}""")));
            var id = create("{\"kind\":\"organisation\",\"name\":\"C\",\"custom.machines\":4.0}");
            edit(id, null, "{\"custom.machines\":5}");
            assertThat(records.find("customer", id)
                            .orElseThrow()
                            .value("custom.machines")
                            .intValue())
                    .isEqualTo(5);
            assertThat(records.changes("customer", id, 10)).hasSize(2);
            assertThat(edit(id, null, "{\"custom.machines\":5.00}").operation()).isNull();
        });
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        var id = new UUID[1];
        as(ines, () -> id[0] = create("{\"kind\":\"organisation\",\"name\":\"D\"}"));
        var elsewhere = Ids.next();
        var stranger = new Actor(
                Actor.Kind.USER,
                Ids.next(),
                "B",
                elsewhere,
                ines.grants(),
                Locale.FRENCH,
                ines.zone(),
                List.of(),
                List.of(),
                Reach.EVERYTHING);
        as(stranger, () -> {
            assertThat(records.find("customer", id[0])).isEmpty();
            assertThat(records.asOf("customer", id[0], Instant.now())).isEmpty();
            assertThat(records.changes("customer", id[0], 10)).isEmpty();
        });
    }

    private UUID create(String values) {
        var made = records.write(Intent.of("customer.create"), w -> w.create("customer", json(values)));
        assertThat(made.result()).isInstanceOf(Outcome.Written.class);
        return made.result().id();
    }

    private Operated<Outcome> edit(UUID id, Integer version, String values) {
        return records.write(Intent.of("customer.update"), w -> w.update("customer", id, version, json(values)));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }

    private static void as(Actor actor, Runnable work) {
        ScopedValue.where(Tenancy.CURRENT, actor.workspace())
                .where(Actor.CURRENT, actor)
                .run(work);
    }
}
