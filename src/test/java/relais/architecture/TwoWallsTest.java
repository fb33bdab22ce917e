package relais.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.TestDatabase;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Workspaces are kept apart twice: each wall holds when the other is taken away. */
@RelaisTest
class TwoWallsTest {
    private static final String CANARY = "CANARY-B";
    private static final int PAGES = 150;

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    private static UUID customer = new UUID(0, 0);
    private static UUID operation = new UUID(0, 0);

    @BeforeEach
    void twoCompaniesHoldRowsWithTheSameIds() {
        if (TenantTables.sum("customers.customer", world.verdier().id()).startsWith("0 ")) {
            fill();
            TenantTables.mirror(world.verdier().id(), world.kerval().id(), CANARY);
        }
    }

    @AfterEach
    void theSecondWallStandsAgain() {
        TenantTables.execute("ALTER ROLE " + TestDatabase.applicationRole() + " NOBYPASSRLS");
    }

    @Test
    void everyTableOfWorkspacesHasRowLevelSecurityForcedAndAPolicy() {
        assertThat(TenantTables.all()).contains("customers.customer", "records.change", "timeline.entry");
        assertThat(TenantTables.unguarded()).isEmpty();
    }

    @Test
    void withoutAnyPredicateRowLevelSecurityShowsOneWorkspaceOnly() {
        var seen = new TreeMap<String, Integer>();
        TenantTables.all()
                .forEach(
                        t -> seen.put(t, TenantTables.foreign(t, world.verdier().id())));
        assertThat(seen.values()).as("rows of others, by table: %s", seen).allMatch(n -> n == 0);
    }

    @Test
    void withoutRowLevelSecurityTheExplicitPredicatesStillKeepWorkspacesApart() {
        TenantTables.execute("ALTER ROLE " + TestDatabase.applicationRole() + " BYPASSRLS");
        var verdier = world.verdier();
        var before = sums(world.kerval().id());

        crawl();
        world.as(verdier, verdier.administrator(), () -> {
            records.write(
                    Intent.of("record.update", "x"),
                    w -> w.update(
                            "customer",
                            customer(),
                            null,
                            json("{\"tier\":\"silver\",\"tags\":[\"neuf\"],\"phones\":[]}")));
            assertThat(records.find("customer", customer())
                            .orElseThrow()
                            .values()
                            .toString())
                    .doesNotContain(CANARY);
            assertThat(records.changes("customer", customer(), 100).toString()).doesNotContain(CANARY);
            assertThat(records.provenance("customer", customer(), "tags").toString())
                    .doesNotContain(CANARY);
            undo.undo(operation());
        });

        assertThat(sums(world.kerval().id())).isEqualTo(before);
    }

    private void crawl() {
        var browser = world.browserOf(world.verdier().administrator());
        var todo = new ArrayDeque<>(List.of("/"));
        var seen = new HashSet<>(todo);
        int pages = 0;
        while (!todo.isEmpty() && pages++ < PAGES) {
            var path = todo.poll();
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
            assertThat(answer.body()).as(path).doesNotContain(CANARY);
            links(answer.body()).stream().filter(seen::add).forEach(todo::add);
        }
        assertThat(seen).anyMatch(p -> p.startsWith("/customers/" + customer()));
    }

    private static List<String> links(String body) {
        return org.jsoup.Jsoup.parse(body).select("[href], [hx-get]").stream()
                .map(e -> e.hasAttr("hx-get") ? e.attr("hx-get") : e.attr("href"))
                .map(h -> h.replaceFirst("#.*", ""))
                .filter(h -> h.startsWith("/") && !h.startsWith("/assets") && !h.contains("sign-out"))
                .toList();
    }

    private static Map<String, String> sums(UUID tenant) {
        return TenantTables.all().stream()
                .collect(Collectors.toMap(t -> t, t -> TenantTables.sum(t, tenant), (a, b) -> a, TreeMap::new));
    }

    private void fill() {
        var verdier = world.verdier();
        world.as(verdier, verdier.administrator(), () -> {
            create("field", """
                    {"object":"customer","code":"rank","type":"NUMBER","labelFr":"Rang"}""");
            create("view", """
                    {"object":"customer","name":"Ma vue","criteria":"{\\"all\\":[]}","shared":true}""");
            customer = create("customer", """
                    {"kind":"organisation","name":"Hôtel des Tilleuls","reference":"V-1","tier":"gold","tags":["vip"],
                     "phones":[{"value":"0465711208"}],"emails":[{"value":"accueil@tilleuls.example"}],
                     "addresses":[{"lines":"18, quai","postcode":"69006","city":"Lyon"}],"custom.rank":3,
                     "owner":"%s","site":"%s"}""".formatted(verdier.agent().id(), verdier.lyon()));
            var person = create("customer", "{\"givenName\":\"Sophie\",\"familyName\":\"Lemoine\"}");
            create(
                    "affiliation",
                    "{\"person\":\"%s\",\"organisation\":\"%s\",\"role\":\"Directrice\"}".formatted(person, customer));
            create(
                    "note",
                    "{\"customer\":\"%s\",\"kind\":\"call\",\"body\":\"Rappeler\",\"occurredAt\":\"2026-11-20T10:00:00Z\"}"
                            .formatted(customer));
            operation = records.write(
                            Intent.of("record.update", "Hôtel des Tilleuls"),
                            w -> w.update("customer", customer, null, json("{\"tier\":\"platinum\"}")))
                    .operation();
        });
    }

    private UUID create(String object, String values) {
        var made = records.write(Intent.of("record.create", "x"), w -> w.create(object, json(values)))
                .result();
        assertThat(made).isInstanceOf(Outcome.Written.class);
        return made.id();
    }

    private UUID customer() {
        return customer;
    }

    private UUID operation() {
        return operation;
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
