package relais.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class DuplicatesTest {
    @Autowired
    Duplicates duplicates;

    @Autowired
    Records records;

    @Autowired
    World world;

    @Test
    void aCustomerIsRecognisedByEachOfItsKeysWithTheReason() {
        world.asAdministrator(() -> {
            create("""
                    {"kind":"person","givenName":"Jeanne","familyName":"Delacroix","reference":"JD-7","phones":[{"value":"0611223344"}],
                     "emails":[{"value":"jeanne@delacroix.example"}],"addresses":[{"postcode":"69006","city":"Lyon"}]}""");
            create(
                    "{\"kind\":\"organisation\",\"name\":\"Pharmacie de la Poste\",\"addresses\":[{\"postcode\":\"44000\"}]}");
            assertThat(reasons("{\"phones\":[{\"value\":\"+33 6 11 22 33 44\"}]}"))
                    .containsExactly("même téléphone");
            assertThat(reasons("{\"emails\":[{\"value\":\" Jeanne@Delacroix.example\"}]}"))
                    .containsExactly("même adresse e-mail");
            assertThat(reasons("{\"reference\":\"jd 7\"}")).containsExactly("même référence");
            assertThat(reasons("{\"name\":\"Delacroix, JEANNE\"}")).containsExactly("même nom");
            assertThat(
                            reasons(
                                    "{\"givenName\":\"Jeanne\",\"familyName\":\"Delacroix\",\"addresses\":[{\"postcode\":\"69006\"}]}"))
                    .containsExactly("même nom, même code postal");
            assertThat(
                            reasons(
                                    "{\"givenName\":\"Jeanne\",\"familyName\":\"Delacroi\",\"addresses\":[{\"postcode\":\"69006\"}]}"))
                    .containsExactly("nom proche, même code postal");
            assertThat(reasons("{\"name\":\"Grande Pharmacie de la Poste\",\"addresses\":[{\"postcode\":\"44000\"}]}"))
                    .containsExactly("nom proche, même code postal");
            assertThat(
                            reasons(
                                    "{\"givenName\":\"Jeanne\",\"familyName\":\"Delacroi\",\"addresses\":[{\"postcode\":\"75001\"}]}"))
                    .isEmpty();
            assertThat(reasons("{\"phones\":[{\"value\":\"06 11\"}],\"emails\":[{\"value\":\"jeanne@\"}]}"))
                    .isEmpty();
            assertThat(reasons("{}")).isEmpty();
            return true;
        });
    }

    @Test
    void aKeyThatManyShareSaysNothing() {
        world.asAdministrator(() -> {
            var many = new ArrayList<Mutation>();
            for (int i = 0; i < 20; i++) {
                many.add(new Mutation.Create(
                        Ids.next(),
                        json(
                                "{\"kind\":\"organisation\",\"name\":\"Filiale %d\",\"phones\":[{\"value\":\"0140000000\"}]}"
                                        .formatted(i))));
            }
            records.write(Intent.of("record.create"), w -> w.apply("customer", many));
            assertThat(reasons("{\"phones\":[{\"value\":\"0140000000\"}]}")).hasSize(5);
            create("{\"kind\":\"organisation\",\"name\":\"Filiale 21\",\"phones\":[{\"value\":\"0140000000\"}]}");
            assertThat(reasons("{\"phones\":[{\"value\":\"0140000000\"}]}")).isEmpty();
            return true;
        });
    }

    @Test
    void nobodyIsToldOfACustomerTheyMayNotSee() {
        world.asAdministrator(() -> create(
                "{\"kind\":\"organisation\",\"name\":\"Discrète\",\"emails\":[{\"value\":\"a@discrete.example\"}]}"));
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            assertThat(reasons("{\"emails\":[{\"value\":\"a@discrete.example\"}]}"))
                    .isEmpty();
            return true;
        });
    }

    @Test
    void theFormComesBackOnceAndCreatesWhenTold() {
        var id = world.asAdministrator(
                () -> create(
                        "{\"kind\":\"person\",\"givenName\":\"Luc\",\"familyName\":\"Vasseur\",\"phones\":[{\"value\":\"0699887766\"}]}"));
        var browser = world.browserOf(world.verdier().agent());
        String[] form = {
            "kind", "person", "givenName", "Lucas", "familyName", "Vasseur", "phones.value", "06 99 88 77 66"
        };
        var panel = browser.page("/customers/new/duplicates?kind=person&givenName=Lucas&phones.value=06.99.88.77.66");
        assertThat(panel.select(".duplicates li").text())
                .contains("Luc Vasseur")
                .contains("même téléphone");
        assertThat(panel.select("button")).isEmpty();
        var first = browser.post("/customers", form);
        assertThat(first.statusCode()).isEqualTo(422);
        var page = browser.page(first);
        assertThat(page.select(".duplicates a").attr("href")).isEqualTo("/customers/" + id);
        assertThat(page.select("[name=givenName]").val()).isEqualTo("Lucas");
        var anyway = page.select("button[name=anyway]").val();
        assertThat(anyway).isEqualTo(id.toString());
        var other = browser.post("/customers", plus(form, "anyway", UUID.randomUUID() + " no-id"));
        assertThat(other.statusCode()).isEqualTo(422);
        var second = browser.post("/customers", plus(form, "anyway", anyway));
        assertThat(second.statusCode()).isEqualTo(303);
    }

    private static String[] plus(String[] form, String name, String value) {
        var all = new ArrayList<>(List.of(form));
        all.addAll(List.of(name, value));
        return all.toArray(String[]::new);
    }

    private List<String> reasons(String values) {
        return duplicates.of(json(values)).stream().map(Duplicate::words).toList();
    }

    private UUID create(String values) {
        return records.write(Intent.of("record.create"), w -> w.create("customer", json(values)))
                .result()
                .id();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
