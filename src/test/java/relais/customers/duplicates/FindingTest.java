package relais.customers.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.merging.Verdicts;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class FindingTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Candidates candidates;

    @Autowired
    DuplicateSearches searches;

    @Autowired
    FindingStore store;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Undo undo;

    @BeforeEach
    void anEmptyStock() {
        world.withoutCustomers(world.verdier(), "customers.likeness", "customers.finding", "records.verdict");
    }

    @Test
    void thoseWhoLookAlikeAreFoundWithTheReasonAndOthersAreNot() {
        var pairs = world.asAdministrator(() -> {
            make(person("Jeanne", "Delacroix", "0611223344", "12 rue de la Paix", "69006"));
            make(person("Jeanne", "Delacroi", "0611223344", "12 rue de la paix", "69006"));
            make(person("Paul", "Delacroix", "0611223344", "12 rue de la Paix", "69006"));
            make(organisation("Groupe Ormeaux", "0472651040"));
            make(organisation("Ormeaux SAS", "0472651040"));
            make(organisation("Pharmacie du Port", "0240000000"));
            search();
            return candidates.page(null, 25).pairs();
        });
        assertThat(pairs.stream().map(p -> p.first().title() + " / " + p.second().title()))
                .containsExactlyInAnyOrder("Jeanne Delacroix / Jeanne Delacroi", "Groupe Ormeaux / Ormeaux SAS");
        assertThat(pairs).allSatisfy(p -> assertThat(p.words()).contains("même téléphone"));
        assertThat(pairs).anySatisfy(p -> assertThat(p.words()).contains("nom 0,9"));
    }

    @Test
    void aPairThatSomebodyToldApartIsGoneAndComesBackWhenThatIsUndone() {
        world.asAdministrator(() -> {
            var a = make(organisation("Garage Nivet", "0299887766"));
            var b = make(organisation("Garage Nivet SARL", "0299887766"));
            search();
            assertThat(candidates.page(null, 25).pairs()).hasSize(1);
            var said = verdicts.separate("customer", a, b);
            assertThat(candidates.page(null, 25).pairs()).isEmpty();
            search();
            assertThat(candidates.page(null, 25).pairs()).isEmpty();
            undo.undo(said.operation());
            assertThat(candidates.page(null, 25).pairs()).hasSize(1);
            records.write(Intent.of("record.delete"), w -> w.delete("customer", a, null));
            assertThat(candidates.page(null, 25).pairs()).isEmpty();
            return true;
        });
    }

    @Test
    void manyPairsArePagedEachOnceTheLikeliestFirst() {
        world.asAdministrator(() -> {
            for (int i = 0; i < 9; i++) {
                make(organisation("Boulangerie numéro " + word(i), "02400000" + (10 + i)));
                make(organisation("Boulangerie numéro " + word(i), "02400000" + (10 + i)));
            }
            search();
            var seen = new ArrayList<String>();
            var page = candidates.page(null, 4);
            while (true) {
                page.pairs().forEach(p -> seen.add(p.first().id() + " " + p.second().id()));
                if (page.next().isEmpty()) {
                    break;
                }
                page = candidates.page(Candidates.Place.read(page.next().get().text()), 4);
            }
            assertThat(seen).hasSize(9).doesNotHaveDuplicates();
            return true;
        });
    }

    @Test
    void nobodySeesThePairsOfAnotherWorkspace() {
        world.asAdministrator(() -> {
            make(organisation("Imprimerie Vasseur", "0388112233"));
            make(organisation("Imprimerie Vasseur", "0388112233"));
            search();
            return true;
        });
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            assertThat(candidates.page(null, 25).pairs()).isEmpty();
            return true;
        });
    }

    @Test
    void aSearchThatWasCutShortGoesOnBehindWhatItHasCompared() {
        world.asAdministrator(() -> {
            make(organisation("Fleurs du Marché", "0511223344"));
            make(organisation("Fleurs du Marché", "0511223344"));
            var id = Ids.next();
            world.inTransaction(world.verdier(), () -> {
                store.insert(id, world.verdier().administrator().id(), 2);
                store.advance(id, "15:" + Long.MAX_VALUE, 900, 0, 0);
                return true;
            });
            assertThatThrownBy(() -> searches.start())
                    .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("duplicates.running"));
            searches.stop();
            search();
            assertThat(candidates.page(null, 25).pairs()).hasSize(1);
            return true;
        });
    }

    private static String word(int i) {
        return List.of("alouette", "bruyère", "cyprès", "dauphin", "églantine", "fougère", "girofle", "hibiscus", "iris")
                .get(i);
    }

    private void search() {
        var id = searches.start();
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(until)) {
            var state = world.inTransaction(world.verdier(), () -> store.find(id, false).orElseThrow().state());
            if (state == Finding.State.DONE) {
                return;
            }
            assertThat(state).isEqualTo(Finding.State.RUNNING);
            pause();
        }
        throw new AssertionError("The search did not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String person(String given, String family, String phone, String street, String postcode) {
        return """
                {"kind":"person","givenName":"%s","familyName":"%s","phones":[{"value":"%s"}],"addresses":[{"lines":"%s","postcode":"%s","city":"Lyon"}]}"""
                .formatted(given, family, phone, street, postcode);
    }

    private static String organisation(String name, String phone) {
        return "{\"kind\":\"organisation\",\"name\":\"%s\",\"phones\":[{\"value\":\"%s\"}]}".formatted(name, phone);
    }

    private UUID make(String json) {
        var id = Ids.next();
        records.write(
                Intent.of("record.create"),
                w -> w.apply("customer", List.of(new Mutation.Create(id, (ObjectNode) Values.parse(json)))));
        return id;
    }
}
