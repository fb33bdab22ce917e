package relais.setup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;

/** What people and programs do all day, on these samples. */
final class Scenarios {
    private static final int OTHER_SORT = 40;
    private static final int SEARCH = 50;
    private static final int COUNT = 500;
    private static final int DEEPEST = 400;
    private static final int DEEP = 200;
    private static final Pattern NEXT = Pattern.compile("href=\"(/customers\\?[^\"]*at=[^\"]+)\"[^>]*rel=\"next\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final List<String> TIERS = List.of("platinum", "gold", "silver", "bronze");

    private final List<Known> known;
    private final AtomicLong made = new AtomicLong(System.currentTimeMillis());

    Scenarios(List<Known> known) {
        this.known = known;
    }

    /** What the tables show of somebody whose rights are restricted; no card of a great history without one. */
    List<Scenario> all(List<String> deep, @Nullable UUID heavy) {
        var all = new ArrayList<>(List.of(
                list(),
                Scenario.page(
                        "list, " + DEEP + " to " + DEEPEST + " pages deep",
                        Scenario.PAGE,
                        t -> deep.get(t.random().nextInt(deep.size()))),
                Scenario.page(
                        "list, filter by tier",
                        Scenario.PAGE,
                        t -> "/customers?filter="
                                + filter("tier", "is", TIERS.get(t.random().nextInt(TIERS.size())))),
                Scenario.page("list, sort by last exchange", OTHER_SORT, t -> "/customers?sort=-lastContactAt"),
                Scenario.page("list, sort by a custom field", OTHER_SORT, t -> "/customers?sort=-custom.points"),
                Scenario.page(
                        "count of a filter (an estimate above 10,000)",
                        COUNT,
                        t -> "/customers/count?filter=" + atLeast(t.random().nextInt(10_000))),
                search(),
                Scenario.single("search, one typing error", SEARCH, t -> {
                    var text = Slip.in(any(t).name(), t.random());
                    return () -> t.visitor().fragment("/palette?q=" + Visitor.encode(text));
                }),
                card()));
        if (heavy != null) {
            all.add(Scenario.page("card with 10,000 entries", Scenario.PAGE, t -> "/customers/" + heavy));
        }
        all.addAll(List.of(create(), edit(), read(), query(), write()));
        return all;
    }

    /** What is measured for somebody who sees everything, too. */
    List<Scenario> unrestricted() {
        return List.of(named(list()), named(search()));
    }

    private static Scenario named(Scenario scenario) {
        return new Scenario(
                scenario.name() + " (administrator)",
                turn -> scenario.call()
                        .run(new Scenario.Turn(turn.visitor(), turn.random(), turn.lane(), new Scenario.Watch() {
                            @Override
                            public <T> T time(Scenario.Step step, java.util.function.Supplier<T> request) {
                                return turn.watch()
                                        .time(
                                                new Scenario.Step(
                                                        step.name() + " (administrator)", step.budget(), step.server()),
                                                request);
                            }
                        })));
    }

    Scenario list() {
        return Scenario.page("list", Scenario.PAGE, t -> "/customers");
    }

    Scenario card() {
        return Scenario.page("card", Scenario.PAGE, t -> "/customers/" + any(t).id());
    }

    /** Addresses of pages far inside the list, found as a person finds them: by the button for the next page. */
    List<String> deep(Visitor visitor) {
        var pages = new ArrayList<String>();
        var next = NEXT.matcher(visitor.get("/customers"));
        while (pages.size() < DEEPEST && next.find()) {
            var address = next.group(1).replace("&amp;", "&");
            pages.add(address);
            next = NEXT.matcher(visitor.get(address));
        }
        if (pages.isEmpty()) {
            return List.of("/customers");
        }
        return pages.subList(Math.min(DEEP, pages.size() - 1), pages.size());
    }

    private Known any(Scenario.Turn turn) {
        return known.get(turn.random().nextInt(known.size()));
    }

    /** One that no other client takes, so that nobody writes to the same customer at the same moment. */
    private Known own(Scenario.Turn turn) {
        int lanes = Math.min(Measured.BUSY, known.size());
        int own = turn.lane() % lanes;
        return known.get(own + lanes * turn.random().nextInt((known.size() - own + lanes - 1) / lanes));
    }

    Scenario search() {
        return Scenario.single("search as you type", SEARCH, t -> {
            var one = any(t);
            var random = t.random();
            var text = switch (random.nextInt(3)) {
                case 0 -> start(one.name(), 3 + random.nextInt(4));
                case 1 -> start(one.mail(), 4 + random.nextInt(6));
                default -> one.phone().substring(Math.max(0, one.phone().length() - 6));
            };
            return () -> t.visitor().fragment("/palette?q=" + Visitor.encode(text));
        });
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    Scenario create() {
        return new Scenario("create", turn -> {
            long number = made.incrementAndGet();
            var visitor = turn.visitor();
            var like = Visitor.encode(any(turn).name());
            var mail = "essai" + number + "@mesure.example";
            turn.page("create: the form", () -> visitor.get("/customers/new"));
            turn.time(
                    "create: duplicates looked for while typing",
                    () -> visitor.fragment("/customers/new/duplicates?kind=person&familyName=" + like
                            + "&emails.0.value=" + Visitor.encode(mail)));
            turn.time(
                    "create: saved, with duplicate check",
                    () -> visitor.post(
                            "/customers",
                            "kind",
                            "person",
                            "givenName",
                            "Essai",
                            "familyName",
                            "Mesure " + number,
                            "emails.0.value",
                            mail));
        });
    }

    Scenario edit() {
        return new Scenario("edit", turn -> {
            var path = "/records/customer/" + own(turn).id() + "/fields/preferences";
            var text = "Essai " + turn.random().nextInt(1_000_000);
            var editor = turn.page("edit a field: opened", () -> turn.visitor().fragment(path + "/editing"));
            var version = VERSION.matcher(editor);
            if (!version.find()) {
                throw new IllegalStateException("The editor of " + path + " names no version");
            }
            var seen = version.group(1);
            turn.time("edit a field: saved", () -> turn.visitor().post(path, "version", seen, "preferences", text));
        });
    }

    Scenario read() {
        return Scenario.single("API: read one", Scenario.PAGE, t -> {
            var path = "/api/v1/customers/" + any(t).id();
            return () -> t.visitor().api("GET", path, "");
        });
    }

    Scenario query() {
        return Scenario.single("API: query of 20", Scenario.PAGE, t -> {
            var name = start(any(t).name(), 3);
            var body = Values.object().put("limit", 20).put("sort", "name");
            body.set("filter", test("name", "starts", name));
            var json = Values.json(body);
            return () -> t.visitor().api("POST", "/api/v1/customers/query", json);
        });
    }

    Scenario write() {
        return Scenario.single("API: create, with duplicate check", Scenario.PAGE, t -> {
            var json = "{\"name\":\"Essai Mesure %1$d\",\"emails\":[{\"value\":\"api%1$d@mesure.example\"}]}"
                    .formatted(made.incrementAndGet());
            return () -> t.visitor().api("POST", "/api/v1/customers", json);
        });
    }

    private static String filter(String field, String operator, String value) {
        return Visitor.encode(Values.json(test(field, operator, value)));
    }

    private static tools.jackson.databind.node.ObjectNode test(String field, String operator, String value) {
        var test = Values.object().put("field", field).put("op", operator);
        test.putArray("values").add(value);
        return test;
    }

    /** The filter of customers with at least so many points. */
    static String atLeast(int points) {
        return Visitor.encode("{\"field\":\"custom.points\",\"op\":\"at_least\",\"values\":[" + points + "]}");
    }
}
