package relais.records.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Forbidden;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class MergesTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Merges merges;

    @Autowired
    Separations separations;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Undo undo;

    @Test
    void twoBecomeOneWithTheChosenValuesAndEverythingThatHangsOnThem() {
        world.asAdministrator(() -> {
            var ormeaux = customer("""
                    {"kind":"organisation","name":"Groupe Ormeaux","reference":"V-31","tier":"platinum",
                     "phones":[{"value":"0472651040"}],"tags":["vip"],"industry":"Hôtellerie"}""");
            var other = customer("""
                    {"kind":"organisation","name":"Ormeaux SAS","reference":"V-1877","tier":"bronze",
                     "phones":[{"value":"0240127708"},{"value":"0472651040"}],"tags":["bar"],"preferences":"Le matin"}""");
            var sophie = customer("{\"kind\":\"person\",\"givenName\":\"Sophie\",\"familyName\":\"Lemoine\"}");
            var note = make("note", "{\"customer\":\"%s\",\"body\":\"Devis demandé\"}".formatted(other));
            var role = make(
                    "affiliation",
                    "{\"person\":\"%s\",\"organisation\":\"%s\",\"role\":\"Directrice\"}".formatted(sophie, other));
            var done = merges.merge(request(ormeaux, List.of(other), Map.of("tier", List.of(other))));
            var now = find("customer", ormeaux);
            assertThat(now.title()).isEqualTo("Groupe Ormeaux");
            assertThat(now.text("tier")).isEqualTo("bronze");
            assertThat(now.text("preferences")).isEqualTo("Le matin");
            assertThat(now.value("phones").size()).isEqualTo(2);
            assertThat(now.value("tags").toString()).isEqualTo("[\"bar\",\"vip\"]");
            assertThat(now.text("aliases")).isEqualTo("Ormeaux SAS\nV-1877");
            assertThat(find("note", note).text("customer")).isEqualTo(ormeaux.toString());
            assertThat(find("affiliation", role).text("organisation")).isEqualTo(ormeaux.toString());
            assertThat(records.find("customer", other)).isEmpty();
            assertThat(verdicts.survivor(other)).contains(ormeaux);

            undo.undo(done.operation());
            assertThat(find("customer", other).text("reference")).isEqualTo("V-1877");
            assertThat(find("customer", ormeaux).text("tier")).isEqualTo("platinum");
            assertThat(find("customer", ormeaux).value("aliases").isMissingNode())
                    .isTrue();
            assertThat(find("note", note).text("customer")).isEqualTo(other.toString());
            assertThat(find("affiliation", role).text("organisation")).isEqualTo(other.toString());
            assertThat(verdicts.survivor(other)).isEmpty();
            return true;
        });
    }

    @Test
    void aSeparationKeepsWhatWasEditedSinceAndSendsWhatArrivedSinceWhereItBelongs() {
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Kervran\",\"tier\":\"gold\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Kervran Nantes\",\"industry\":\"Bois\"}");
            var before = make("note", "{\"customer\":\"%s\",\"body\":\"Avant\"}".formatted(b));
            var done = merges.merge(request(a, List.of(b), Map.of()));
            update("customer", a, "{\"industry\":\"Charpente\"}");
            var since = make("note", "{\"customer\":\"%s\",\"body\":\"Appel de Kervran Nantes\"}".formatted(a));
            var stays = make("note", "{\"customer\":\"%s\",\"body\":\"Visite\"}".formatted(a));

            var plan = separations.plan(done.operation());
            assertThat(plan.returning()).isEqualTo(1);
            assertThat(plan.since()).extracting(Snapshot::id).containsExactlyInAnyOrder(since, stays);
            assertThat(plan.kept()).containsOnlyKeys("industry");
            assertThat(plan.others()).extracting(Snapshot::title).containsExactly("Kervran Nantes");

            var separated = separations.separate(done.operation(), Map.of(since, b));
            assertThat(separated.undone().kept()).isEqualTo(1);
            assertThat(find("customer", a).text("industry")).isEqualTo("Charpente");
            assertThat(find("customer", b).text("industry")).isEqualTo("Bois");
            assertThat(find("note", before).text("customer")).isEqualTo(b.toString());
            assertThat(find("note", since).text("customer")).isEqualTo(b.toString());
            assertThat(find("note", stays).text("customer")).isEqualTo(a.toString());
            return true;
        });
    }

    @Test
    void theReferenceOfTheOneThatGoesMayWinAndBothGetTheirsBack() {
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Alpha\",\"reference\":\"R-1\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Beta\",\"reference\":\"R-2\"}");
            var done = merges.merge(request(a, List.of(b), Map.of("reference", List.of(b), "name", List.of(b))));
            assertThat(find("customer", a).text("reference")).isEqualTo("R-2");
            assertThat(find("customer", a).text("aliases")).isEqualTo("Alpha\nR-1");
            var undone = undo.undo(done.operation());
            assertThat(undone.kept() + undone.blocked()).isZero();
            assertThat(find("customer", a).text("reference")).isEqualTo("R-1");
            assertThat(find("customer", b).text("reference")).isEqualTo("R-2");
            var redone = undo.undo(undone.operation());
            assertThat(redone.kept() + redone.blocked()).isZero();
            assertThat(find("customer", a).text("reference")).isEqualTo("R-2");
            assertThat(verdicts.survivor(b)).contains(a);
            undo.undo(redone.operation());
            assertThat(find("customer", b).text("reference")).isEqualTo("R-2");
            return true;
        });
    }

    @Test
    void aTieBetweenTheTwoAndOneThatStandsTwiceGoToTheTrashAndComeBack() {
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Mère\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Fille\"}");
            var p = customer("{\"kind\":\"person\",\"givenName\":\"Paul\",\"familyName\":\"Roy\"}");
            var between = make("affiliation", tie(b, a, "subsidiary"));
            var first = make("affiliation", tie(p, a, "employment"));
            var second = make("affiliation", tie(p, b, "employment"));
            var done = merges.merge(request(a, List.of(b), Map.of()));
            assertThat(records.find("affiliation", between)).isEmpty();
            assertThat(records.find("affiliation", second)).isEmpty();
            assertThat(records.find("affiliation", first)).isPresent();
            undo.undo(done.operation());
            assertThat(find("affiliation", between).text("person")).isEqualTo(b.toString());
            assertThat(find("affiliation", second).text("organisation")).isEqualTo(b.toString());
            return true;
        });
    }

    @Test
    void aRefusalWinsOverALaterAgreementUnderTheOtherName() {
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Oui\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Non\"}");
            make("consent", consent(b, "refused", "2025-02-03T08:00:00Z"));
            make("consent", consent(a, "given", "2026-02-03T08:00:00Z"));
            assertThat(find("customer", a).value("consents").toString()).contains("marketing.email");
            var done = merges.merge(request(a, List.of(b), Map.of()));
            assertThat(find("customer", a).value("consents").toString()).doesNotContain("marketing.email");
            undo.undo(done.operation());
            assertThat(find("customer", a).value("consents").toString()).contains("marketing.email");
            return true;
        });
    }

    private static String consent(UUID customer, String state, String at) {
        return """
                {"customer":"%s","purpose":"marketing","channel":"email","state":"%s","statedAt":"%s"}"""
                .formatted(customer, state, at);
    }

    @Test
    void whatIsNoMergeIsRefusedWithItsReason() {
        var foreign =
                world.as(world.kerval(), world.kerval().administrator(), () -> customer("{\"name\":\"Ailleurs\"}"));
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Un\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Deux\"}");
            refused("merge.itself", () -> merges.merge(request(a, List.of(a), Map.of())));
            refused("merge.itself", () -> merges.merge(request(a, List.of(b, b), Map.of())));
            refused("merge.alone", () -> merges.merge(request(a, List.of(), Map.of())));
            refused("merge.unknown", () -> merges.merge(request(a, List.of(foreign), Map.of())));
            refused("merge.unknown", () -> merges.merge(request(foreign, List.of(a), Map.of())));
            var stale = new Merges.Request("customer", a, List.of(b), Map.of(), Map.of(b, 7));
            refused("merge.stale", () -> merges.merge(stale));
            merges.merge(request(a, List.of(b), Map.of()));
            refused("merge.already", () -> merges.merge(request(a, List.of(b), Map.of())));
            return true;
        });
        world.as(world.verdier(), world.verdier().agent(), () -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Trois\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Quatre\"}");
            assertThatThrownBy(() -> merges.merge(request(a, List.of(b), Map.of())))
                    .isInstanceOf(Forbidden.class);
            return true;
        });
    }

    @Test
    void chainsLeadToTheirEndAndTheMiddleIsSeparatedLast() {
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"A\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"B\"}");
            var c = customer("{\"kind\":\"organisation\",\"name\":\"C\"}");
            var note = make("note", "{\"customer\":\"%s\",\"body\":\"De A\"}".formatted(a));
            var first = merges.merge(request(b, List.of(a), Map.of()));
            var second = merges.merge(request(c, List.of(b), Map.of()));
            assertThat(verdicts.survivor(a)).contains(c);
            assertThat(find("note", note).text("customer")).isEqualTo(c.toString());
            refused("merge.since", () -> undo.undo(first.operation()));
            undo.undo(second.operation());
            undo.undo(first.operation());
            assertThat(find("note", note).text("customer")).isEqualTo(a.toString());
            assertThat(find("customer", c).value("aliases").isMissingNode()).isTrue();
            return true;
        });
    }

    @Test
    void ofTwoWhoMergeTheSameRecordAtOnceOneIsTold() throws Exception {
        var ids = world.asAdministrator(() -> List.of(
                customer("{\"kind\":\"organisation\",\"name\":\"X\"}"),
                customer("{\"kind\":\"organisation\",\"name\":\"Y\"}"),
                customer("{\"kind\":\"organisation\",\"name\":\"Z\"}")));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var results = pool.invokeAll(List.of(
                    attempt(request(ids.get(0), List.of(ids.get(1)), Map.of())),
                    attempt(request(ids.get(2), List.of(ids.get(1)), Map.of()))));
            var said = List.of(results.get(0).get(), results.get(1).get());
            assertThat(said).containsExactlyInAnyOrder("done", "merge.already");
        }
    }

    private Callable<String> attempt(Merges.Request request) {
        return () -> world.asAdministrator(() -> {
            try {
                merges.merge(request);
                return "done";
            } catch (Refused refused) {
                return refused.code();
            }
        });
    }

    @Test
    void whoIsSaidToBeAnotherIsAnotherThanTheSurvivorTooAndThatCanBeTakenBack() {
        world.asAdministrator(() -> {
            var a = customer("{\"kind\":\"organisation\",\"name\":\"Un A\"}");
            var b = customer("{\"kind\":\"organisation\",\"name\":\"Un B\"}");
            var c = customer("{\"kind\":\"organisation\",\"name\":\"Un C\"}");
            var said = verdicts.separate("customer", a, c);
            assertThat(verdicts.distinct(c, a)).isTrue();
            assertThat(verdicts.separate("customer", c, a).operation()).isNull();
            var done = merges.merge(request(b, List.of(a), Map.of()));
            assertThat(verdicts.distinct(b, c)).isTrue();
            undo.undo(done.operation());
            assertThat(verdicts.distinct(b, c)).isFalse();
            undo.undo(said.operation());
            assertThat(verdicts.distinct(a, c)).isFalse();
            return true;
        });
    }

    private static void refused(String code, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static Merges.Request request(UUID survivor, List<UUID> others, Map<String, List<UUID>> chosen) {
        return new Merges.Request("customer", survivor, others, chosen, Map.of());
    }

    private static String tie(UUID person, UUID organisation, String kind) {
        return "{\"person\":\"%s\",\"organisation\":\"%s\",\"kind\":\"%s\"}".formatted(person, organisation, kind);
    }

    private Snapshot find(String object, UUID id) {
        return records.find(object, id).orElseThrow();
    }

    private UUID customer(String json) {
        return make("customer", json);
    }

    private UUID make(String object, String json) {
        var made = records.write(Intent.of("record.create"), w -> w.create(object, json(json)))
                .result();
        assertThat(made).as(made.toString()).isInstanceOf(Outcome.Written.class);
        return made.id();
    }

    private void update(String object, UUID id, String json) {
        records.write(Intent.of("record.update"), w -> w.update(object, id, null, json(json)));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
