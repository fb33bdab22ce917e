package relais.records.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class OwnObjectFiguresTest {
    private static final String SETTINGS = "/settings/objects";

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

    @Autowired
    DSLContext sql;

    private static void good(Browser browser, String path, String... pairs) {
        var answer = browser.post(path, pairs);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private UUID make(String object, String values) {
        return world.asAdministrator(() -> {
            var made = records.write(
                            Intent.of("record.create", "x"), w -> w.create(object, (ObjectNode) Values.parse(values)))
                    .result();
            assertThat(made).isInstanceOf(Outcome.Written.class);
            return made.id();
        });
    }

    private String value(String object, UUID id, String field) {
        return world.asAdministrator(
                () -> records.find(object, id).orElseThrow().value(field).toString());
    }

    @Test
    void worksitesAreFiguredOnTheirCustomerAndTheirFieldsCannotBeTakenAway() {
        var browser = world.browserOf(world.verdier().administrator());
        good(browser, SETTINGS, "oneFr", "Ouvrage", "oneEn", "Worksite", "icon", "hard-hat");
        var type = world.asAdministrator(() -> types.own().getLast());
        var fields = SETTINGS + "/" + type.name() + "/fields";
        good(browser, fields, "labelFr", "Client", "type", "LINK", "section", "main", "target", "customer");
        good(browser, fields, "labelFr", "Budget", "type", "MONEY", "section", "main");
        good(browser, fields, "labelFr", "Remise", "type", "PERCENT", "section", "main");
        good(
                browser,
                fields,
                "labelFr",
                "Étape",
                "type",
                "CHOICE",
                "section",
                "main",
                "choiceFr",
                "Ouvert",
                "choiceFr",
                "Fini");
        good(
                browser,
                SETTINGS + "/" + type.name() + "/formulas",
                "labelFr",
                "Net",
                "section",
                "main",
                "formula",
                "Budget * (1 - sinon(Remise; 0))");
        good(
                browser,
                SETTINGS + "/customer/rollups",
                "labelFr",
                "Ouvrages ouverts",
                "section",
                "custom",
                "way",
                type.plural() + ".custom.client",
                "figure",
                "sum",
                "measured",
                "custom.net",
                "whereField",
                "custom.etape",
                "whereOp",
                "is",
                "whereValue",
                "ouvert");
        var figure = world.asAdministrator(() -> types.of("customer").fields().stream()
                .filter(f -> "Ouvrages ouverts".equals(f.labels().get("fr")))
                .findFirst()
                .orElseThrow());
        var customer = make("customer", "{\"name\":\"Clinique Saint-Aubin\"}");
        var works = new ArrayList<UUID>();
        for (var budget : List.of("100", "50", "7")) {
            works.add(make(
                    type.name(),
                    "{\"name\":\"O" + budget + "\",\"custom.client\":\"" + customer + "\",\"custom.remise\":10,"
                            + "\"custom.etape\":\"" + (budget.equals("7") ? "fini" : "ouvert")
                            + "\",\"custom.budget\":{\"amount\":\"" + budget + "\",\"currency\":\"EUR\"}}"));
        }
        assertThat(value(type.name(), works.getFirst(), "custom.net")).contains("90.00");
        assertThat(value("customer", customer, figure.name())).contains("135.00");
        var edit = world.asAdministrator(() -> records.write(
                        Intent.of("record.update", "x"),
                        w -> w.edit(type.name(), works, s -> (ObjectNode) Values.parse("{\"custom.etape\":\"fini\"}")))
                .operation());
        assertThat(value("customer", customer, figure.name())).isEmpty();
        world.asAdministrator(() -> undo.undo(java.util.Objects.requireNonNull(edit)));
        assertThat(value("customer", customer, figure.name())).contains("135.00");
        assertThat(world.asAdministrator(() -> recount.wrong(types.of("customer"), List.of(customer))))
                .isEmpty();

        for (var used : List.of("budget", "etape", "client", "net")) {
            var refused = browser.post(fields + "/" + id(type.name(), used) + "/deletion");
            assertThat(refused.statusCode()).as(used).isEqualTo(409);
            assertThat(refused.body()).as(used).contains(used.equals("budget") ? "Net" : "Ouvrages ouverts");
        }
    }

    private String id(String object, String code) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle(
                                "SELECT f.id FROM records.field f WHERE f.tenant_id = ? AND f.object = ? AND f.code = ? AND"
                                        + " f.deleted_at IS NULL",
                                world.verdier().id(),
                                object,
                                code)
                        .get(0, UUID.class)
                        .toString());
    }
}
