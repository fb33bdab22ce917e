package relais.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.door.Sessions;
import relais.platform.tenancy.Ids;
import relais.platform.web.NotFound;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.ChangePlace;
import relais.records.changes.Intent;
import relais.records.changes.OperationFilter;
import relais.records.changes.OperationSlice;
import relais.records.changes.Operations;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.lists.ListPage;
import relais.records.lists.ListQueries;
import relais.records.lists.ListSpec;
import relais.records.lists.Sort;
import relais.records.search.Search;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Claire Aubry, who sees the records of Lyon, her own and the shared ones, beside an administrator who sees all. */
@RelaisTest
class ReachTest {
    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    Sessions sessions;

    @Autowired
    Records records;

    @Autowired
    ObjectTypes types;

    @Autowired
    ListQueries lists;

    @Autowired
    Search search;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Operations operations;

    @Autowired
    Undo undo;

    @Autowired
    ReferenceNames names;

    private World.Company company;
    private UUID lyon;
    private UUID nantes;
    private UUID claire;
    private UUID karim;

    @BeforeEach
    void claireSeesHerOwn() {
        company = world.verdier();
        lyon = company.lyon();
        nantes = company.nantes();
        claire = company.agent().id();
        karim = company.manager().id();
        memberships.reach(company.id(), claire, Reach.Extent.OWN);
        sessions.changed();
    }

    private <T> T asClaire(java.util.concurrent.Callable<T> work) {
        return world.as(company, company.agent(), work);
    }

    private UUID customer(String name, UUID site, UUID owner, boolean shared, String more) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("customer.create", name),
                        w -> w.create("customer", customerValues(name, site, owner, shared, more)))
                .result()
                .id());
    }

    private static ObjectNode customerValues(String name, UUID site, UUID owner, boolean shared, String more) {
        var values = (ObjectNode) Values.parse("{\"kind\":\"organisation\"" + more + "}");
        values.put("name", name);
        if (site != null) {
            values.put("site", site.toString());
        }
        if (owner != null) {
            values.put("owner", owner.toString());
        }
        if (shared) {
            values.put("shared", true);
        }
        return values;
    }

    private UUID far(String name) {
        return customer(name, nantes, karim, false, "");
    }

    private UUID near(String name) {
        return customer(name, lyon, karim, false, "");
    }

    @Test
    void aRecordIsSeenByItsSiteItsOwnerOrItsSharing() {
        var near = near("Voisine");
        var mine = customer("Suivie", nantes, claire, false, "");
        var open = customer("Partagée", nantes, karim, true, "");
        var far = far("Lointaine");
        var nobodys = customer("Sans personne", null, null, false, "");
        var all = List.of(near, mine, open, far, nobodys);
        assertThat(asClaire(() -> records.find("customer", all).keySet())).containsOnly(near, mine, open);
        assertThat(world.asAdministrator(() -> records.find("customer", all).keySet()))
                .containsOnlyElementsOf(all);
        asClaire(() -> {
            assertThat(records.find("customer", far)).isEmpty();
            assertThat(records.asOf("customer", far, java.time.Instant.now())).isEmpty();
            assertThat(records.changes("customer", far, 10)).isEmpty();
            assertThat(records.provenance("customer", far, "name")).isEmpty();
            assertThat(records.changes("customer", near, 10)).hasSize(1);
            return true;
        });
    }

    @Test
    void listsInEveryOrderAndTheirCountsHoldExactlyWhatIsSeen() {
        var random = new Random(7);
        world.asAdministrator(() -> {
            var rank = (ObjectNode) Values.parse("{\"object\":\"customer\",\"code\":\"rang\",\"type\":\"NUMBER\","
                    + "\"labelFr\":\"Rang\",\"labelEn\":\"Rank\",\"section\":\"custom\"}");
            records.write(Intent.of("field.create", "Rang"), w -> w.create("field", rank));
            var many = new ArrayList<Mutation>();
            for (int i = 0; i < 240; i++) {
                var more = (random.nextInt(3) == 0 ? ",\"custom.rang\":" + random.nextInt(40) : "")
                        + (random.nextInt(3) == 0 ? ",\"tier\":\"gold\"" : "")
                        + (random.nextInt(4) == 0 ? ",\"tags\":[\"fidèle\"]" : "");
                many.add(new Mutation.Create(
                        Ids.next(),
                        customerValues(
                                "Rangée " + random.nextInt(90),
                                random.nextInt(4) == 0 ? lyon : nantes,
                                random.nextInt(6) == 0 ? claire : karim,
                                random.nextInt(12) == 0,
                                more)));
            }
            return records.write(Intent.of("record.create", "x"), w -> w.apply("customer", many));
        });
        for (var person : List.of(company.agent(), company.reader())) {
            memberships.reach(company.id(), person.id(), Reach.Extent.OWN);
            sameAsFiltered(person);
        }
        memberships.reach(company.id(), company.reader().id(), Reach.Extent.EVERYTHING);
    }

    /** The agent sees so many that other orders are walked, the reader so few that they are gathered. */
    private void sameAsFiltered(World.Person person) {
        var filters = List.of(
                "{\"all\":[]}",
                "{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}",
                "{\"field\":\"custom.rang\",\"op\":\"at_least\",\"values\":[12]}",
                "{\"field\":\"custom.rang\",\"op\":\"empty\",\"values\":[]}",
                "{\"field\":\"tags\",\"op\":\"has_any\",\"values\":[\"fidèle\"]}",
                "{\"all\":[{\"field\":\"tags\",\"op\":\"has_any\",\"values\":[\"FIDELE\"]},"
                        + "{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}]}",
                "{\"field\":\"tags\",\"op\":\"has_any\",\"values\":[\"inconnue\"]}");
        for (var sort :
                List.of("name", "-name", "custom.rang", "-custom.rang", "name,-custom.rang", "-custom.rang,name")) {
            for (var filter : filters) {
                var criterion = CriteriaJson.parse(filter);
                var everything = world.asAdministrator(() -> everything(sort, criterion, 200));
                world.as(company, person, () -> {
                    var reach = Actor.current().reach();
                    var expected = everything.stream()
                            .filter(r -> reach.sees(
                                    uuid(r, "site"),
                                    uuid(r, "owner"),
                                    r.value("shared").asBoolean(false)))
                            .map(Snapshot::id)
                            .toList();
                    assertThat(ids(everything(sort, criterion, 13)))
                            .as(sort + " " + filter)
                            .isEqualTo(expected);
                    assertThat(ids(lists.page(
                                            new ListSpec(
                                                    types.of("customer"),
                                                    criterion,
                                                    Sort.of(types.of("customer"), sort),
                                                    null,
                                                    200),
                                            List.of("name"))
                                    .rows()))
                            .as(sort + " with one column")
                            .isEqualTo(expected);
                    assertThat(ids(backward(sort, criterion, 13)))
                            .as(sort + " back")
                            .isEqualTo(expected);
                    var type = types.of("customer");
                    assertThat(lists.count(type, criterion).n()).isEqualTo(expected.size());
                    assertThat(lists.count(type, criterion, 3).more()).isEqualTo(expected.size() > 3);
                    assertThat(lists.matching(type, criterion, 1_000)).containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(lists.walk(type, criterion, new UUID(0, 0), new UUID(-1, -1), 1_000))
                            .containsExactlyInAnyOrderElementsOf(expected);
                    return true;
                });
            }
        }
    }

    private static UUID uuid(Snapshot record, String field) {
        return record.text(field).isEmpty() ? null : UUID.fromString(record.text(field));
    }

    private static List<UUID> ids(List<Snapshot> rows) {
        return rows.stream().map(Snapshot::id).toList();
    }

    private ListPage page(String sort, Criterion criterion, String cursor, int limit) {
        var type = types.of("customer");
        return lists.page(new ListSpec(type, criterion, Sort.of(type, sort), cursor, limit));
    }

    private List<Snapshot> everything(String sort, Criterion criterion, int limit) {
        var all = new ArrayList<Snapshot>();
        String cursor = null;
        do {
            var page = page(sort, criterion, cursor, limit);
            all.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private List<Snapshot> backward(String sort, Criterion criterion, int limit) {
        var page = page(sort, criterion, null, limit);
        while (page.next() != null) {
            page = page(sort, criterion, page.next(), limit);
        }
        var all = new ArrayList<>(page.rows());
        while (page.previous() != null) {
            page = page(sort, criterion, page.previous(), limit);
            all.addAll(0, page.rows());
        }
        return all;
    }

    @Test
    void neighboursOfWhatIsNotSeenAreNotTold() {
        var far = far("Voisinage B");
        var near = near("Voisinage A");
        var last = near("Voisinage C");
        var type = types.of("customer");
        var spec = new ListSpec(type, Criterion.everything(), Sort.of(type, "name"), null, 1);
        asClaire(() -> {
            assertThatThrownBy(() -> lists.neighbours(spec, far)).isInstanceOf(NotFound.class);
            assertThat(lists.neighbours(spec, near).next()).isEqualTo(last);
            return true;
        });
    }

    @Test
    void theSearchFindsNothingOutOfReach() {
        var far = customer("Quincaillerie Lointaine", nantes, karim, false, ",\"phones\":[{\"value\":\"0678123456\"}]");
        var near = customer("Quincaillerie Voisine", lyon, karim, false, ",\"phones\":[{\"value\":\"0678123457\"}]");
        for (var text : List.of("quinca", "quincaillerie", "quincailerie", "06781234", "78123456")) {
            assertThat(world.asAdministrator(() -> found(text))).as(text).contains(far);
            assertThat(asClaire(() -> found(text))).as(text).doesNotContain(far);
        }
        assertThat(asClaire(() -> found("quincaillerie"))).containsExactly(near);
    }

    private List<UUID> found(String text) {
        return search.find(text, 50).stream().map(h -> h.record().id()).toList();
    }

    @Test
    void whatIsNotSeenIsMissingForEveryWrite() {
        var far = far("Inaccessible");
        var outcomes = asClaire(() -> records.write(Intent.of("record.update", "x"), w -> {
                    var values = Values.object();
                    values.put("name", "Prise");
                    var edited = w.edit("customer", List.of(far), s -> values);
                    assertThat(edited).isEmpty();
                    return List.of(w.update("customer", far, null, values), w.update("customer", far, 1, values));
                })
                .result());
        assertThat(outcomes).allMatch(o -> o instanceof Outcome.Missing);
        assertThat(world.asAdministrator(
                        () -> records.find("customer", far).orElseThrow().title()))
                .isEqualTo("Inaccessible");
    }

    @Test
    void whatIsMadeWithoutSayingWhoseIsOnesOwn() {
        var made = asClaire(() -> records.write(
                        Intent.of("customer.create", "x"),
                        w -> w.create("customer", customerValues("À moi", null, null, false, "")))
                .result());
        asClaire(() -> {
            assertThat(records.find("customer", made.id()).orElseThrow().text("owner"))
                    .isEqualTo(claire.toString());
            return true;
        });
    }

    @Test
    void nobodyWritesARecordOutOfTheirOwnSight() {
        var near = near("Déménageable");
        var made = asClaire(() -> records.write(
                        Intent.of("customer.create", "x"),
                        w -> w.create("customer", customerValues("Ailleurs", nantes, karim, false, "")))
                .result());
        assertThat(problem(made)).isEqualTo("site reach.left");
        var moved = asClaire(() -> move(near, nantes));
        assertThat(problem(moved)).isEqualTo("site reach.left");
        var kept = asClaire(() -> records.write(Intent.of("record.update", "x"), w -> {
                    var values = Values.object();
                    values.put("site", nantes.toString());
                    values.put("shared", true);
                    return w.update("customer", near, null, values);
                })
                .result());
        assertThat(kept).isInstanceOf(Outcome.Written.class);
    }

    private Outcome move(UUID customer, UUID site) {
        var values = Values.object();
        values.put("site", site.toString());
        return records.write(Intent.of("record.update", "x"), w -> w.update("customer", customer, null, values))
                .result();
    }

    private static String problem(Outcome outcome) {
        var problem = ((Outcome.Rejected) outcome).problems().getFirst();
        return problem.field() + " " + problem.code();
    }

    @Test
    void movingACustomerToAnotherSiteTakesItOutOfListSearchAndCardAtOnce() {
        var near = near("Partante Zéphyr");
        var browser = world.browserOf(company.agent());
        assertThat(browser.page("/customers").text()).contains("Partante Zéphyr");
        assertThat(browser.get("/customers/" + near).statusCode()).isEqualTo(200);
        assertThat(asClaire(() -> found("zephyr"))).containsExactly(near);
        world.asAdministrator(() -> move(near, nantes));
        assertThat(browser.page("/customers").text()).doesNotContain("Partante Zéphyr");
        assertThat(browser.get("/palette?q=zephyr").body()).doesNotContain("Partante");
        assertThat(browser.get("/customers/" + near).statusCode()).isEqualTo(404);
        assertThat(asClaire(() -> found("zephyr"))).isEmpty();
    }

    @Test
    void aTakenReferenceAndATwinNameNobodyWhoIsNotSeen() {
        customer(
                "Secrète",
                nantes,
                karim,
                false,
                ",\"reference\":\"SEC-1\",\"phones\":[{\"value\":\"0699887766\"}],\"addresses\":[{\"postcode\":\"44000\"}]");
        asClaire(() -> {
            var taken = records.write(
                            Intent.of("customer.create", "x"),
                            w -> w.create(
                                    "customer",
                                    customerValues("Autre", lyon, claire, false, ",\"reference\":\"SEC-1\"")))
                    .result();
            assertThat(problem(taken)).isEqualTo("reference unique.unseen");
            var twins = duplicates.of(
                    (ObjectNode)
                            Values.parse(
                                    "{\"name\":\"Secrète\",\"phones\":[{\"value\":\"0699887766\"}],\"addresses\":[{\"postcode\":\"44000\"}]}"));
            assertThat(twins).hasSize(1);
            assertThat(twins.getFirst().hidden()).isTrue();
            assertThat(twins.getFirst().name()).doesNotContain("Secrète");
            assertThat(twins.getFirst().reasons()).containsExactly(Duplicate.Reason.PHONE);
            assertThat(duplicates.of((ObjectNode)
                            Values.parse("{\"name\":\"Secrète\",\"addresses\":[{\"postcode\":\"44000\"}]}")))
                    .as("a name alone says nothing of what is not seen")
                    .isEmpty();
            return true;
        });
    }

    @Test
    void anAffiliationShowsItsUnseenEndWithoutAName() {
        var organisation = near("Visible SARL");
        var person = customer("Cachée Dupré", nantes, karim, false, "");
        world.asAdministrator(() -> affiliate(person, organisation));
        var browser = world.browserOf(company.agent());
        var panel = browser.page("/customers/" + organisation + "/affiliations");
        assertThat(panel.text()).doesNotContain("Cachée").contains("Fiche hors de votre portée");
        assertThat(panel.select("a[href$=" + person + "]")).isEmpty();
        assertThat(browser.get("/customers/" + person + "/affiliations").statusCode())
                .isEqualTo(404);
        asClaire(() -> {
            assertThat(names.names("customer", List.of(person, organisation))).containsOnlyKeys(organisation);
            return true;
        });
        var refused = asClaire(() -> affiliate(person, near("Autre SARL")));
        assertThat(problem(refused)).isEqualTo("person link.unknown");
    }

    private Outcome affiliate(UUID person, UUID organisation) {
        var values = Values.object();
        values.put("person", person.toString()).put("organisation", organisation.toString());
        return records.write(Intent.of("affiliation.create", "x"), w -> w.create("affiliation", values))
                .result();
    }

    @Test
    void anOrganisationsThreadLeavesOutWhatHappenedWithPeopleWhoAreNotSeen() {
        var organisation = near("Fil commun");
        var hidden = customer("Muette Rousseau", nantes, karim, false, "");
        world.asAdministrator(() -> {
            affiliate(hidden, organisation);
            note(hidden, "Mot confidentiel");
            return note(organisation, "Mot ouvert");
        });
        var administrator = world.browserOf(company.administrator());
        assertThat(administrator.page("/customers/" + organisation).text()).contains("Mot confidentiel");
        var browser = world.browserOf(company.agent());
        for (var path : List.of("", "/thread", "/thread?q=mot", "/thread/pinned")) {
            assertThat(browser.page("/customers/" + organisation + path).text())
                    .as(path)
                    .doesNotContain("confidentiel")
                    .doesNotContain("Muette");
        }
        assertThat(browser.page("/customers/" + organisation + "/thread").text())
                .contains("Mot ouvert");
        var note = world.asAdministrator(() -> note(hidden, "Encore un mot"));
        asClaire(() -> {
            assertThat(records.find("note", note.id())).isEmpty();
            return true;
        });
    }

    private Outcome note(UUID customer, String body) {
        var values = Values.object();
        values.put("customer", customer.toString()).put("body", body);
        return records.write(Intent.of("note.create", "x"), w -> w.create("note", values))
                .result();
    }

    @Test
    void theNoteOfAnUnseenCustomerCanNeitherBeReadNorWritten() {
        var far = far("Sans mots");
        var note = world.asAdministrator(() -> note(far, "Lu par d’autres"));
        asClaire(() -> {
            assertThat(records.find("note", note.id())).isEmpty();
            assertThat(problem(note(far, "Le mien"))).isEqualTo("customer link.unknown");
            var values = Values.object();
            values.put("body", "Changé");
            assertThat(records.write(Intent.of("note.update", "x"), w -> w.update("note", note.id(), null, values))
                            .result())
                    .isInstanceOf(Outcome.Missing.class);
            return true;
        });
    }

    @Test
    void operationsShowAndUndoOnlyWhatIsSeen() {
        var near = near("Opérée proche");
        var far = far("Opérée loin");
        var others = world.asAdministrator(() -> tier(List.of(far, near), "gold"));
        var hidden = world.asAdministrator(() -> tier(List.of(far), "silver"));
        asClaire(() -> {
            assertThat(operations.find(hidden)).isEmpty();
            assertThat(operations.find(others)).isPresent();
            assertThat(operations.changes(others, ChangePlace.START, 10))
                    .extracting(c -> c.change().record())
                    .containsExactly(near);
            assertThat(operations
                            .page(OperationFilter.ALL, OperationSlice.Place.NEWEST, 50)
                            .operations())
                    .allMatch(o -> o.actorId().equals(claire));
            return true;
        });
        assertThat(world.browserOf(company.agent())
                        .post("/operations/" + hidden + "/undo")
                        .statusCode())
                .isEqualTo(404);
        memberships.reach(company.id(), karim, Reach.Extent.OWN);
        var undone = world.as(company, company.agent(), () -> tier(List.of(near), "bronze"));
        world.asAdministrator(() -> move(near, nantes));
        var result = asClaire(() -> undo.undo(undone));
        assertThat(result.blocked()).isEqualTo(1);
        assertThat(result.reversed()).isZero();
        memberships.reach(company.id(), karim, Reach.Extent.EVERYTHING);
        assertThat(world.asAdministrator(
                        () -> records.find("customer", near).orElseThrow().text("tier")))
                .isEqualTo("bronze");
    }

    private UUID tier(List<UUID> customers, String tier) {
        return records.write(Intent.of("bulk.update", "x"), w -> {
                    var values = Values.object();
                    values.put("tier", tier);
                    return w.edit("customer", customers, s -> values);
                })
                .operation();
    }

    @Test
    void suggestionsAndRecentRecordsNameNobodyUnseen() {
        var far = far("Suggérée loin");
        near("Suggérée près");
        var browser = world.browserOf(company.agent());
        assertThat(browser.get("/records/customer/suggestions?q=sugg").body())
                .contains("Suggérée près")
                .doesNotContain("Suggérée loin");
        assertThat(browser.get("/recent?id=" + far).body()).doesNotContain("Suggérée loin");
    }

    @Test
    void whoDoesNotSeeEverythingImportsNothing() {
        memberships.reach(company.id(), karim, Reach.Extent.OWN);
        sessions.changed();
        var browser = world.browserOf(company.manager());
        assertThat(browser.get("/imports").statusCode()).isEqualTo(403);
        assertThat(browser.page("/customers").select("a[href=/imports]")).isEmpty();
        memberships.reach(company.id(), karim, Reach.Extent.EVERYTHING);
        sessions.changed();
        assertThat(browser.get("/imports").statusCode()).isEqualTo(200);
    }

    @Test
    void exportsAndBulkChangesTouchOnlyWhatIsSeen() {
        var far = far("Exportée loin");
        var near = near("Exportée près");
        var browser = world.browserOf(company.agent());
        var file = browser.post("/customers/exports", "format", "csv", "everything", "true");
        assertThat(file.body()).contains("Exportée près").doesNotContain("Exportée loin");
        var chosen = browser.post("/customers/exports", "format", "csv", "id", far.toString());
        assertThat(chosen.body()).doesNotContain("Exportée loin");
        memberships.reach(company.id(), karim, Reach.Extent.OWN);
        var unseen = customer("Exportée sans lui", lyon, claire, false, "");
        sessions.changed();
        var manager = world.browserOf(company.manager());
        manager.post("/customers/bulk", "everything", "true", "change", "tier=platinum", "confirmed", "true");
        manager.post("/customers/bulk", "id", unseen.toString(), "id", near.toString(), "change", "tier=platinum");
        world.asAdministrator(() -> {
            assertThat(records.find("customer", unseen).orElseThrow().text("tier"))
                    .isEmpty();
            assertThat(records.find("customer", near).orElseThrow().text("tier"))
                    .isEqualTo("platinum");
            return true;
        });
        memberships.reach(company.id(), karim, Reach.Extent.EVERYTHING);
        sessions.changed();
    }

    @Test
    void figuresOverRelatedRecordsCountThoseOfTheRecordAtHand() {
        var near = near("Comptée");
        var far = far("Non comptée");
        world.asAdministrator(() -> {
            note(near, "un");
            affiliate(far, near);
            return note(far, "deux");
        });
        asClaire(() -> {
            for (var path : List.of("notes", "affiliations.organisation")) {
                var criterion = CriteriaJson.parse(
                        "{\"related\":\"" + path + "\",\"aggregate\":\"count\",\"op\":\"at_least\",\"values\":[1]}");
                assertThat(lists.matching(types.of("customer"), criterion, 1_000))
                        .as(path)
                        .contains(near)
                        .doesNotContain(far);
            }
            return true;
        });
    }

    @Test
    void anAdministratorSeesEverythingWhateverTheirReach() {
        memberships.reach(company.id(), company.administrator().id(), Reach.Extent.OWN);
        var far = far("Vue par tous les administrateurs");
        world.asAdministrator(() -> {
            assertThat(records.find("customer", far)).isPresent();
            return true;
        });
        memberships.reach(company.id(), company.administrator().id(), Reach.Extent.EVERYTHING);
    }

    @Test
    void noFieldTellsThatNobodyShares() {
        var id = near("Discrète");
        world.asAdministrator(() -> {
            assertThat(records.find("customer", id).orElseThrow().values().has("shared"))
                    .isFalse();
            var values = Values.object();
            values.put("shared", false);
            assertThat(records.write(Intent.of("record.update", "x"), w -> w.update("customer", id, null, values))
                            .result())
                    .isInstanceOf(Outcome.Unchanged.class);
            var type = types.of("customer");
            for (var filter : List.of(
                    "{\"field\":\"shared\",\"op\":\"empty\"}",
                    "{\"field\":\"shared\",\"op\":\"is\",\"values\":[false]}")) {
                assertThat(lists.matching(type, CriteriaJson.parse(filter), 1_000))
                        .as(filter)
                        .contains(id);
            }
            assertThat(lists.matching(type, CriteriaJson.parse("{\"field\":\"shared\",\"op\":\"filled\"}"), 1_000))
                    .doesNotContain(id);
            return true;
        });
        assertThat(Actor.CURRENT.isBound()).isFalse();
        assertThat(asClaire(() -> Actor.current().may("customer", Action.READ))).isTrue();
    }
}
