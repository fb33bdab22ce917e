package relais.records.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import relais.identity.Action;
import relais.identity.FieldRight;
import relais.identity.Grants;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.Role;
import relais.identity.Roles;
import relais.identity.RowRule;
import relais.identity.Teams;
import relais.identity.door.Sessions;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.criteria.CriteriaJson;
import relais.records.lists.ListQueries;
import relais.records.search.Search;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.Routes;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drives every route and call as roles of every kind and as strangers: object by action by role, closed fields, rows out
 * of reach, what is private, shares, borrowed eyes. What must stay hidden bears a word that may stand in no answer.
 */
final class PermissionMatrix {
    private static final Set<Action> RECORDS = EnumSet.complementOf(EnumSet.of(Action.CONFIGURE));
    private static final String WORD = "canari";

    private final ApplicationContext context;
    private final World world;
    private final World.Company company;
    private final World.Person person;
    private final Browser administrator;
    private final Browser browser;
    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    PermissionMatrix(ApplicationContext context, World world) {
        this.context = context;
        this.world = world;
        this.company = world.verdier();
        this.person = company.reader();
        // Where a check is switched off, a run may have left them without role and reach.
        memberships().reach(company.id(), person.id(), Reach.Extent.EVERYTHING);
        memberships().role(company.id(), company.administrator().id(), Role.ADMINISTRATOR);
        context.getBean(Sessions.class).changed();
        this.administrator = world.browserOf(company.administrator());
        this.browser = world.browserOf(person);
    }

    private Memberships memberships() {
        return context.getBean(Memberships.class);
    }

    /** Its parts by name, each of which fails when a right is not kept. */
    Map<String, Runnable> parts() {
        var parts = new LinkedHashMap<String, Runnable>();
        parts.put("every action of every object is open to the roles that have it alone", this::actions);
        parts.put("every route asks for its right", this::routes);
        parts.put("closed fields stand in no answer and are not written", this::fields);
        parts.put("records out of reach stand in no answer and are not written", this::rows);
        parts.put("conditions of a role decide over rows", this::conditions);
        parts.put("a team counts for whoever leads it", this::teams);
        parts.put("a share opens one record to one person", this::shares);
        parts.put("what is private stays with its author", this::privately);
        parts.put("borrowed eyes read and never write", this::eyes);
        parts.put("roles are the affair of administrators, who stay", this::roles);
        return parts;
    }

    // Roles and records.

    private String role(Map<String, Set<Action>> grants, Map<String, Map<String, FieldRight>> fields, RowRule rule) {
        var store = context.getBean(RoleStore.class);
        var code = world.asAdministrator(() -> {
            var made = store.add("Rôle " + mark + UUID.randomUUID(), "", "");
            var known = context.getBean(Roles.class).known(made.code()).orElseThrow();
            store.change(known, new RoleForm(known.label(), "", grants, fields, Map.of("customer", rule)));
            return made.code();
        });
        become(code);
        return code;
    }

    private void become(String role) {
        context.getBean(Memberships.class).role(company.id(), person.id(), role);
        context.getBean(Sessions.class).changed();
    }

    private void reach(Reach.Extent extent) {
        context.getBean(Memberships.class).reach(company.id(), person.id(), extent);
        context.getBean(Sessions.class).changed();
    }

    private void open(Set<Action> actions) {
        role(Map.of(Grants.EVERY, actions), Map.of(), RowRule.NONE);
    }

    private Asking program() {
        return Asking.of(context, company, person);
    }

    private Records records() {
        return context.getBean(Records.class);
    }

    private UUID customer(String json) {
        return made("customer", json);
    }

    private UUID made(String object, String json) {
        var values = (ObjectNode) Values.parse(json);
        return world.asAdministrator(() -> records()
                .write(Intent.of("record.create", "x"), w -> w.create(object, values))
                .result()
                .id());
    }

    private UUID far(String name) {
        return customer("{\"kind\":\"organisation\",\"name\":\"" + name + "\",\"site\":\"" + company.nantes() + "\"}");
    }

    /** Everything that can be asked with a GET about this customer, in pages and programs, with what is said of lists. */
    private List<String> answers(UUID customer, UUID note, String operation) {
        var answers = new ArrayList<String>();
        var program = program();
        for (var route : Routes.all()) {
            if (!route.method().equals("GET")
                    || route.who().equals("public")
                    || route.path().contains("openapi")) {
                continue;
            }
            var path = Asking.path(route, customer.toString(), note.toString(), operation);
            if (route.who().equals("token")) {
                answers.add(route.line() + "\n" + program.ask("GET", path, "").body());
            } else {
                answers.add(route.line() + "\n" + browser.get(path).body());
            }
        }
        for (var more : List.of("/customers?q=" + WORD, "/palette?q=" + WORD + mark, "/customers?sort=-tier")) {
            answers.add(more + "\n" + browser.get(more).body());
        }
        answers.add(
                "query\n" + program.ask("POST", "/api/v1/customers/query", "{}").body());
        answers.add(
                "export\n" + browser.post("/customers/exports", "format", "csv").body());
        answers.add("chosen\n"
                + browser.post("/customers/exports", "format", "csv", "id", customer.toString())
                        .body());
        return answers;
    }

    private static void without(List<String> answers, String word) {
        for (var answer : answers) {
            int at = answer.indexOf(word);
            assertThat(at)
                    .as(() -> "%s in %s: …%s"
                            .formatted(
                                    word,
                                    answer.lines().findFirst().orElse(""),
                                    answer.substring(Math.max(0, at - 80), Math.min(answer.length(), at + 40))))
                    .isEqualTo(-1);
        }
    }

    // Object by action by role.

    private List<ObjectType> objects() {
        var types = context.getBean(ObjectTypes.class);
        return world.asAdministrator(() -> types.all().stream()
                .filter(t -> types.description(t).open())
                .filter(t -> Set.of("customer", "affiliation", "note").contains(t.name()))
                .toList());
    }

    void actions() {
        for (var role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                become(role.code());
                objects()
                        .forEach(o -> EnumSet.of(Action.READ, Action.CREATE, Action.UPDATE, Action.DELETE)
                                .forEach(a -> expect(o, a, role.firstGrants().allow(o.name(), a))));
            }
        }
        for (var missing : RECORDS) {
            var rest = EnumSet.copyOf(RECORDS);
            rest.remove(missing);
            open(rest);
            objects().forEach(o -> expect(o, missing, false));
        }
        open(RECORDS);
        objects().forEach(o -> RECORDS.forEach(a -> expect(o, a, true)));
        for (var object : objects()) {
            role(Map.of(object.name(), RECORDS), Map.of(), RowRule.NONE);
            objects().forEach(o -> expect(o, Action.READ, o.name().equals(object.name())));
        }
        stranger();
    }

    private void expect(ObjectType type, Action action, boolean allowed) {
        int status = attempt(type, action);
        if (status != 0) {
            var said = "%s %s".formatted(type.name(), action);
            if (allowed) {
                assertThat(status).as(said).isBetween(200, 399);
            } else {
                assertThat(status).as(said).isIn(403, 404);
            }
        }
    }

    /** What trying it answers; 0 where the object has nothing of the kind. */
    private int attempt(ObjectType type, Action action) {
        var path = "/api/v1/" + type.plural();
        return switch (action) {
            case READ -> program().status("GET", path + "/" + one(type), "");
            case CREATE -> program().status("POST", path, body(type));
            case UPDATE -> program().status("PATCH", path + "/" + one(type), edit(type));
            case DELETE -> program().status("DELETE", path + "/" + one(type), "");
            case EXPORT ->
                type.listed()
                        ? browser.post("/" + type.plural() + "/exports", "format", "csv")
                                .statusCode()
                        : 0;
            case IMPORT -> type.listed() ? browser.get("/imports").statusCode() : 0;
            case BULK ->
                type.listed()
                        ? browser.post(
                                        "/" + type.plural() + "/bulk",
                                        "change",
                                        "tags+",
                                        "tag",
                                        "essai",
                                        "id",
                                        one(type).toString(),
                                        "id",
                                        one(type).toString())
                                .statusCode()
                        : 0;
            case CONFIGURE -> 0;
        };
    }

    private UUID one(ObjectType type) {
        return made(type.name(), body(type));
    }

    private String body(ObjectType type) {
        return switch (type.name()) {
            case "customer" -> "{\"kind\":\"organisation\",\"name\":\"Une " + UUID.randomUUID() + "\"}";
            case "note" ->
                "{\"customer\":\"" + some()
                        + "\",\"kind\":\"note\",\"body\":\"Mot\",\"occurredAt\":\"2026-01-02T10:00:00Z\"}";
            default ->
                "{\"person\":\"" + customer("{\"kind\":\"person\",\"name\":\"P " + UUID.randomUUID() + "\"}")
                        + "\",\"organisation\":\"" + some() + "\",\"kind\":\"employment\"}";
        };
    }

    private UUID some() {
        return customer("{\"kind\":\"organisation\",\"name\":\"Autre " + UUID.randomUUID() + "\"}");
    }

    private static String edit(ObjectType type) {
        return switch (type.name()) {
            case "customer" -> "{\"tier\":\"gold\"}";
            case "note" -> "{\"body\":\"Autre mot\"}";
            default -> "{\"kind\":\"membership\"}";
        };
    }

    /** Somebody of another company, who administers it, finds nothing of this one. */
    private void stranger() {
        var theirs = Asking.of(context, world.kerval(), world.kerval().administrator());
        var foreign = world.browserOf(world.kerval().administrator());
        for (var type : objects()) {
            var path = "/api/v1/" + type.plural() + "/" + one(type);
            assertThat(theirs.status("GET", path, "")).isEqualTo(404);
            assertThat(theirs.status("PATCH", path, edit(type))).isEqualTo(404);
            assertThat(theirs.status("DELETE", path, "")).isEqualTo(404);
        }
        var customer = some();
        for (var route : Routes.all()) {
            if ((route.path().startsWith("/customers/") || route.path().startsWith("/records/"))
                    && route.line().contains("{id:")
                    && !route.who().equals("token")
                    && !route.who().equals("public")) {
                var path = Asking.path(route, customer.toString(), customer.toString(), customer.toString());
                int status = route.method().equals("GET")
                        ? foreign.get(path).statusCode()
                        : foreign.htmx(route.method(), path, route.form()).statusCode();
                assertThat(status).as(route.line()).isBetween(400, 499);
            }
        }
    }

    void routes() {
        var customer = some();
        var note = made(
                "note",
                "{\"customer\":\"" + customer
                        + "\",\"kind\":\"note\",\"body\":\"Mot\",\"occurredAt\":\"2026-01-02T10:00:00Z\"}");
        for (var missing : RECORDS) {
            var rest = EnumSet.copyOf(RECORDS);
            rest.remove(missing);
            open(rest);
            for (var route : Routes.all()) {
                var rule = route.rule().split(" ");
                if (rule.length >= 2 && rule[1].equals(missing.name())) {
                    refused(route, customer, note);
                }
            }
        }
        open(Set.of());
        for (var route : Routes.all()) {
            if (!Set.of("public", "signed-in", "token", "directory").contains(route.who())) {
                refused(route, customer, note);
            }
        }
    }

    /** Suggestions answer an empty list rather than a refusal, inside forms that are not there. */
    private void refused(Routes.Route route, UUID customer, UUID note) {
        if (route.path().endsWith("/suggestions") || route.path().endsWith("/duplicates")) {
            return;
        }
        var path = Asking.path(
                        route,
                        customer.toString(),
                        note.toString(),
                        UUID.randomUUID().toString())
                + (route.path().endsWith("state.json") ? "?at=2026-01-01" : "");
        int status = route.method().equals("GET")
                ? browser.get(path).statusCode()
                : browser.htmx(route.method(), path, route.form()).statusCode();
        if (route.method().equals("GET")) {
            assertThat(status).as(route.line()).isIn(400, 403, 404, 406);
        } else {
            assertThat(status).as(route.line()).isBetween(400, 499);
        }
    }

    // Closed fields.

    void fields() {
        var word = WORD + mark;
        var custom = "secret" + mark;
        world.asAdministrator(() -> records()
                .write(
                        Intent.of("field.create", custom),
                        w -> w.create("field", (ObjectNode) Values.parse(
                                "{\"object\":\"customer\",\"code\":\"" + custom + "\",\"type\":\"TEXT\",\"labelFr\":\""
                                        + custom + "\",\"labelEn\":\"" + custom + "\"}"))));
        var name = "Visible " + mark;
        var customer = customer("{\"kind\":\"organisation\",\"name\":\"" + name + "\",\"reference\":\"" + word
                + "-R\",\"emails\":[{\"value\":\"" + word + "@exemple.example\"}],\"tags\":[\"" + word
                + "\"],\"custom." + custom + "\":\"" + word + "\"}");
        var operation = world.asAdministrator(() -> records().write(Intent.of("record.update", "x"), w -> {
                    var values = Values.object();
                    values.put("custom." + custom, word + "2");
                    return w.update("customer", customer, null, values);
                }))
                .operation();
        var hidden = Map.of(
                "emails",
                FieldRight.HIDDEN,
                "tags",
                FieldRight.HIDDEN,
                "custom." + custom,
                FieldRight.HIDDEN,
                "tier",
                FieldRight.READ);
        role(Map.of(Grants.EVERY, RECORDS), Map.of("customer", hidden), RowRule.NONE);
        var answers = answers(customer, customer, String.valueOf(operation));
        assertThat(answers).anyMatch(a -> a.contains(name));
        without(
                answers.stream()
                        .map(a -> a.replace(word + "-R", ""))
                        .map(a -> a.replaceAll("q=[^\"&]*", ""))
                        .map(a -> a.replaceAll("value=\"" + word + "\"", ""))
                        .toList(),
                word + "@");
        without(answers, word + "2");
        without(answers, custom);
        writing(customer, custom);
        told(customer, custom, word);
    }

    private void writing(UUID customer, String custom) {
        assertThat(program().status("PATCH", "/api/v1/customers/" + customer, "{\"tags\":[\"x\"]}"))
                .isIn(400, 422);
        assertThat(program().status("PATCH", "/api/v1/customers/" + customer, "{\"tier\":\"gold\"}"))
                .isIn(400, 422);
        assertThat(problems(customer, "tier", Values.text("gold"))).contains("field.locked");
        assertThat(problems(customer, "custom." + custom, Values.text("x"))).contains("field.unknown");
        assertThat(browser.page("/records/customer/" + customer + "/edit").select("[name=tier]"))
                .isEmpty();
        assertThat(problems(customer, "language", Values.text("fr"))).isEmpty();
    }

    private List<String> problems(UUID customer, String field, tools.jackson.databind.JsonNode value) {
        var values = Values.object();
        values.set(field, value);
        return world.as(
                company,
                person,
                () -> records()
                                        .write(
                                                Intent.of("record.update", "x"),
                                                w -> w.update("customer", customer, null, values))
                                        .result()
                                instanceof Outcome.Rejected r
                        ? r.problems().stream().map(Problem::code).toList()
                        : List.<String>of());
    }

    private void told(UUID customer, String custom, String word) {
        var lists = context.getBean(ListQueries.class);
        var types = context.getBean(ObjectTypes.class);
        world.as(company, person, () -> {
            assertThat(records().changes("customer", customer, 50))
                    .noneMatch(c -> String.valueOf(c.before()).contains(word + "2")
                            || String.valueOf(c.after()).contains(word + "2"));
            assertThat(records().provenance("customer", customer, "custom." + custom))
                    .isEmpty();
            assertThat(records()
                            .asOf("customer", customer, java.time.Instant.now())
                            .orElseThrow()
                            .values()
                            .toString())
                    .doesNotContain(word + "2");
            var type = types.of("customer");
            assertThat(type.field("tags")).isEmpty();
            assertThat(lists.count(
                                    type,
                                    CriteriaJson.parse("{\"any\":[{\"field\":\"tags\",\"op\":\"has_any\",\"values\":[\""
                                            + word + "\"]}]}"))
                            .n())
                    .isGreaterThan(1);
            assertThat(context.getBean(Search.class).find(word + "@exemple.example", 10))
                    .isEmpty();
        });
    }

    // Rows.

    void rows() {
        var name = "Loin" + WORD + mark;
        var customer = far(name);
        var note = made(
                "note",
                "{\"customer\":\"" + customer + "\",\"kind\":\"note\",\"body\":\"Mot " + name
                        + "\",\"occurredAt\":\"2026-01-02T10:00:00Z\"}");
        var operation = operation(customer);
        open(RECORDS);
        reach(Reach.Extent.OWN);
        unseen(customer, note, operation, name);
        reach(Reach.Extent.EVERYTHING);
        role(Map.of(Grants.EVERY, RECORDS), Map.of(), new RowRule(RowRule.See.OWN, false, RowRule.Change.SEEN, ""));
        unseen(customer, note, operation, name);
        role(
                Map.of(Grants.EVERY, RECORDS),
                Map.of(),
                new RowRule(RowRule.See.EVERYTHING, false, RowRule.Change.OWN, ""));
        assertThat(program().status("GET", "/api/v1/customers/" + customer, "")).isEqualTo(200);
        assertThat(program().status("PATCH", "/api/v1/customers/" + customer, "{\"tier\":\"gold\"}"))
                .isIn(403, 422);
        assertThat(program().status("DELETE", "/api/v1/customers/" + customer, ""))
                .isIn(403, 422);
    }

    private String operation(UUID customer) {
        return String.valueOf(world.asAdministrator(() -> records().write(Intent.of("record.update", "x"), w -> {
                    var values = Values.object();
                    values.put("language", "fr");
                    return w.update("customer", customer, null, values);
                }))
                .operation());
    }

    private void unseen(UUID customer, UUID note, String operation, String name) {
        without(answers(customer, note, operation), name);
        assertThat(program().status("GET", "/api/v1/customers/" + customer, "")).isEqualTo(404);
        assertThat(program().status("PATCH", "/api/v1/customers/" + customer, "{\"tier\":\"gold\"}"))
                .isEqualTo(404);
        assertThat(program().status("DELETE", "/api/v1/customers/" + customer, ""))
                .isEqualTo(404);
        assertThat(program().status("POST", "/api/v1/operations/" + operation + "/undo", ""))
                .isEqualTo(404);
        world.as(company, person, () -> {
            var values = Values.object();
            values.put("customer", customer.toString()).put("body", "x");
            assertThat(records()
                            .write(Intent.of("note.create", "x"), w -> w.create("note", values))
                            .result())
                    .isInstanceOf(Outcome.Rejected.class);
            assertThat(context.getBean(Search.class).find(name, 10)).isEmpty();
        });
        leaving();
    }

    /** Nobody writes a record out of their own sight. */
    private void leaving() {
        var own = customer("{\"kind\":\"organisation\",\"name\":\"Sienne " + UUID.randomUUID() + "\",\"owner\":\""
                + person.id() + "\"}");
        assertThat(problems(own, "owner", Values.text(company.manager().id().toString())))
                .contains("reach.left");
    }

    void conditions() {
        var name = "Règle" + WORD + mark;
        var far = customer("{\"kind\":\"organisation\",\"name\":\"" + name + "\",\"tier\":\"bronze\"}");
        var near = customer("{\"kind\":\"organisation\",\"name\":\"Dorée " + mark + "\",\"tier\":\"gold\"}");
        var note = made(
                "note",
                "{\"customer\":\"" + far + "\",\"kind\":\"note\",\"body\":\"Mot " + name
                        + "\",\"occurredAt\":\"2026-01-02T10:00:00Z\"}");
        role(
                Map.of(Grants.EVERY, RECORDS),
                Map.of(),
                new RowRule(
                        RowRule.See.WHERE,
                        false,
                        RowRule.Change.SEEN,
                        "{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}"));
        without(answers(far, note, operation(far)), name);
        assertThat(program().status("GET", "/api/v1/customers/" + far, "")).isEqualTo(404);
        assertThat(program().status("GET", "/api/v1/customers/" + near, "")).isEqualTo(200);
        assertThat(browser.page("/customers?sort=-tier").text()).contains("Dorée " + mark);
        assertThat(program().status("PATCH", "/api/v1/customers/" + near, "{\"tier\":\"bronze\"}"))
                .isBetween(400, 499);
        assertThat(program().status("GET", "/api/v1/customers/" + near, "")).isEqualTo(200);
        world.as(company, person, () -> {
            assertThat(context.getBean(Search.class).find("Dorée " + mark, 10)).hasSize(1);
            assertThat(context.getBean(Search.class).find(name, 10)).isEmpty();
        });
        role(
                Map.of(Grants.EVERY, RECORDS),
                Map.of(),
                new RowRule(
                        RowRule.See.WHERE,
                        false,
                        RowRule.Change.SEEN,
                        "{\"field\":\"nothing\",\"op\":\"is\",\"values\":[\"x\"]}"));
        assertThat(program().status("GET", "/api/v1/customers/" + near, "")).isEqualTo(404);
    }

    void teams() {
        var owned = customer("{\"kind\":\"organisation\",\"name\":\"Équipe " + mark + "\",\"owner\":\""
                + company.agent().id() + "\",\"site\":\"" + company.nantes() + "\"}");
        role(Map.of(Grants.EVERY, RECORDS), Map.of(), new RowRule(RowRule.See.OWN, true, RowRule.Change.SEEN, ""));
        assertThat(program().status("GET", "/api/v1/customers/" + owned, "")).isEqualTo(404);
        var above = made(mark);
        administrator.post(
                "/settings/team/people/" + person.id(),
                "role",
                roleOf(),
                "reach",
                "everything",
                "teams",
                above.toString());
        administrator.post(
                "/settings/team/teams/" + above + "/order", "leads", person.id().toString());
        assertThat(program().status("GET", "/api/v1/customers/" + owned, "")).isEqualTo(404);
        administrator.post("/settings/team/teams/" + company.team() + "/order", "parent", above.toString());
        assertThat(program().status("GET", "/api/v1/customers/" + owned, "")).isEqualTo(200);
        assertThat(browser.page("/customers").text()).contains("Équipe " + mark);
        world.as(
                company,
                person,
                () -> assertThat(context.getBean(Search.class).find("Équipe " + mark, 5))
                        .hasSize(1));
        assertThat(administrator
                        .post(
                                "/settings/team/teams/" + above + "/order",
                                "parent",
                                company.team().toString())
                        .statusCode())
                .isEqualTo(409);
        administrator.post("/settings/team/teams/" + company.team() + "/order", "parent", "");
        assertThat(program().status("GET", "/api/v1/customers/" + owned, "")).isEqualTo(404);
        context.getBean(Teams.class);
    }

    private String roleOf() {
        return context.getBean(Memberships.class)
                .find(company.id(), person.id())
                .orElseThrow()
                .role();
    }

    private UUID made(String team) {
        var added = administrator.post("/settings/team/teams", "name", "Direction " + team + UUID.randomUUID());
        var location = added.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    // Shares.

    void shares() {
        var customer = far("Partage " + mark);
        var other = far("Reste " + mark);
        role(Map.of(Grants.EVERY, RECORDS), Map.of(), new RowRule(RowRule.See.OWN, false, RowRule.Change.SEEN, ""));
        var path = "/records/customer/" + customer + "/access";
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.htmx("POST", path, "person", person.id().toString()).statusCode())
                .isEqualTo(404);
        assertThat(administrator
                        .htmx("POST", path, "person", person.id().toString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(program().status("GET", "/api/v1/customers/" + customer, "")).isEqualTo(200);
        assertThat(program().status("GET", "/api/v1/customers/" + other, "")).isEqualTo(404);
        assertThat(browser.page("/customers").text()).contains("Partage " + mark);
        world.as(
                company,
                person,
                () -> assertThat(context.getBean(Search.class).find("Partage " + mark, 5))
                        .hasSize(1));
        assertThat(program().status("PATCH", "/api/v1/customers/" + customer, "{\"tier\":\"gold\"}"))
                .isIn(403, 422);
        assertThat(browser.htmx("POST", path, "person", company.agent().id().toString())
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.get(path + "/why?person=" + person.id()).statusCode())
                .isEqualTo(403);
        assertThat(administrator.page(path + "/why?person=" + person.id()).text())
                .contains("partagée avec cette personne");
        administrator.htmx("POST", path, "person", person.id().toString(), "writing", "true");
        assertThat(program().status("PATCH", "/api/v1/customers/" + customer, "{\"tier\":\"gold\"}"))
                .isEqualTo(200);
        var share = administrator.page(path).select("[hx-delete]").attr("hx-delete");
        assertThat(administrator.htmx("DELETE", share).statusCode()).isEqualTo(200);
        assertThat(program().status("GET", "/api/v1/customers/" + customer, "")).isEqualTo(404);
    }

    // What is private.

    void privately() {
        var word = "Secret" + WORD + mark;
        var customer = customer("{\"kind\":\"organisation\",\"name\":\"Fil " + mark + "\"}");
        open(RECORDS);
        var author = world.browserOf(company.administrator());
        author.htmx("POST", "/customers/" + customer + "/notes", "kind", "note", "body", word, "personal", "true");
        assertThat(author.page("/customers/" + customer).text()).contains(word);
        var note = world.inTransaction(
                company,
                () -> context.getBean(org.jooq.DSLContext.class)
                        .fetchSingle(
                                "SELECT n.id FROM timeline.note n WHERE n.tenant_id = ? AND n.body = ?",
                                company.id(),
                                word)
                        .get(0, UUID.class));
        var operation = world.asAdministrator(
                () -> records().changes("note", note, 1).getFirst().operation());
        without(answers(customer, note, operation.toString()), word);
        assertThat(program().status("GET", "/api/v1/notes/" + note, "")).isEqualTo(404);
        assertThat(program().status("PATCH", "/api/v1/notes/" + note, "{\"personal\":false}"))
                .isEqualTo(404);
        assertThat(program().ask("GET", "/api/v1/notes", "").body()).doesNotContain(word);
        assertThat(browser.page("/customers/" + customer + "/thread?q=" + word.toLowerCase(java.util.Locale.ROOT))
                        .text())
                .doesNotContain(word);
        assertThat(browser.page("/customers/" + customer + "/thread/counts").text())
                .contains("Notes0");
        world.as(company, person, () -> {
            assertThat(records().find("note", note)).isEmpty();
            assertThat(records().changes("note", note, 5)).isEmpty();
            assertThat(records().asOf("note", note, java.time.Instant.now())).isEmpty();
        });
    }

    // Borrowed eyes.

    void eyes() {
        var word = "Intime" + WORD + mark;
        var customer = customer("{\"kind\":\"organisation\",\"name\":\"Vue " + mark + "\"}");
        open(RECORDS);
        browser.htmx("POST", "/customers/" + customer + "/notes", "kind", "note", "body", word, "personal", "true");
        assertThat(browser.page("/customers/" + customer).text()).contains(word);
        assertThat(browser.post("/settings/team/people/" + company.agent().id() + "/viewing")
                        .statusCode())
                .isEqualTo(403);
        var viewer = world.browserOf(company.administrator());
        assertThat(viewer.post("/settings/team/people/" + person.id() + "/viewing")
                        .statusCode())
                .isEqualTo(303);
        var page = viewer.page("/customers/" + customer);
        assertThat(page.select(".notice").text()).contains(person.name());
        assertThat(page.text()).doesNotContain(word);
        assertThat(viewer.htmx("POST", "/customers/" + customer + "/notes", "body", "x")
                        .statusCode())
                .isEqualTo(409);
        assertThat(viewer.get("/account").statusCode()).isEqualTo(409);
        assertThat(viewer.get("/settings/team").statusCode()).isEqualTo(403);
        assertThat(viewer.get("/records/customer/" + customer + "/edit").statusCode())
                .isEqualTo(403);
        assertThat(viewer.post("/viewing/end").statusCode()).isEqualTo(303);
        assertThat(viewer.get("/settings/team").statusCode()).isEqualTo(200);
        assertThat(viewer.page("/settings/team/journal").text()).contains("Vue d’un collègue fermée");
    }

    // Roles.

    void roles() {
        open(EnumSet.allOf(Action.class));
        var before = roleOf();
        for (var path : List.of(
                "/settings/team/roles",
                "/settings/team/roles/" + before,
                "/settings/team/roles/" + before + "/deletion",
                "/settings/team/people/" + person.id())) {
            assertThat(browser.post(path, "nameFr", "X", "role", "administrator", "grant", "*:CONFIGURE")
                            .statusCode())
                    .as(path)
                    .isIn(403, 404);
        }
        assertThat(administrator
                        .post("/settings/team/roles/administrator", "nameFr", "X")
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator
                        .post("/settings/team/roles/" + before + "/deletion")
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator
                        .post("/settings/team/people/" + company.administrator().id(), "role", before)
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator
                        .post("/settings/team/roles/" + before + "/deletion", "replacement", "reader")
                        .statusCode())
                .isEqualTo(303);
        assertThat(roleOf()).isEqualTo("reader");
        Arrays.stream(Role.values())
                .forEach(r -> assertThat(administrator
                                .get("/settings/team/roles/" + r.code())
                                .statusCode())
                        .isEqualTo(200));
    }
}
