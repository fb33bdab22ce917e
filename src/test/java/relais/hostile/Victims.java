package relais.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import relais.customers.Cardboard;
import relais.world.Browser;
import relais.world.Routes;
import relais.world.World;

/** Real things for the routes to work on, made anew for each of them, and the forms that pages offer for them. */
@Component
class Victims {
    private static final String UNKNOWN = "0197a000-0000-7000-8000-000000000000";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final World world;
    private final Cardboard cardboard;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private Browser browser = Browser.at(0);

    Victims(World world, Cardboard cardboard) {
        this.world = world;
        this.cardboard = cardboard;
    }

    /** What there is once: a field of the workspace and a view. */
    void settle() {
        browser = world.browserOf(world.verdier().administrator());
        browser.post(
                "/settings/objects/customer/fields",
                "labelFr",
                "Essai",
                "labelEn",
                "",
                "type",
                "NUMBER",
                "section",
                "custom");
        ids.put("field", first(browser.page("/settings/objects/customer"), "td a[href*=/fields/]", "href"));
        var saved = browser.post("/customers/views", "name", "Essai", "filter", "{\"all\":[]}");
        var view = saved.headers().firstValue("Location").orElseThrow();
        ids.put("view", view.replaceAll(".*view=([^&]*).*", "$1"));
    }

    /** New records for this route. */
    void renew(Routes.Route route) {
        if (route.path().contains("{id") || route.path().contains("{customer")) {
            var person = cardboard.customer("{\"kind\":\"person\",\"lastName\":\"Aubry\",\"emails\":[{\"value\":\"a@b.example\"}]}");
            var organisation = cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Hôtel\",\"tags\":[\"palace\"]}");
            ids.put("customer", organisation.toString());
            if (route.path().contains("affiliations")) {
                ids.put("affiliation", cardboard.make("affiliation", "{\"person\":\"" + person + "\",\"organisation\":\"" + organisation + "\"}").toString());
            }
        }
        if (route.path().contains("{note}")) {
            browser.htmx("POST", "/customers/" + ids.get("customer") + "/notes", "kind", "note", "body", "Essai");
            ids.put("note", first(browser.page("/customers/" + ids.get("customer")), ".fil li[id^=entry-]", "id"));
        }
        if (route.path().contains("/operations/{id")) {
            ids.put("operation", first(browser.page("/operations"), "a[href^=/operations/]", "href"));
        }
        if (route.path().startsWith("/imports/{id}")) {
            var file = "Nom;Ville;Cat.;Fiche\nHôtel;Lyon;A;1\nHôtel;Lyon;B;x\nZinc;Nantes;A;\n".getBytes(StandardCharsets.UTF_8);
            var sent = browser.upload("/imports", "essai.csv", file, "object", "customer");
            ids.put("import", id(sent.headers().firstValue("Location").orElseThrow()));
            if (route.path().matches(".*/(trial|decisions|advice|values|run|undo|pause).*")) {
                browser.post("/imports/" + ids.get("import") + "/columns", "then", "trial");
            }
        }
    }

    /** The route's path with real ids; one variable may be replaced. */
    String path(Routes.Route route, int hostile, String value) {
        var path = new StringBuilder();
        int number = 0;
        for (var part : route.path().substring(1).split("/")) {
            path.append('/');
            if (!part.startsWith("{")) {
                path.append(part);
            } else {
                path.append(number == hostile ? value : real(route.path(), part));
                number++;
            }
        }
        return path.toString();
    }

    /** How many variables the path has. */
    static int variables(Routes.Route route) {
        return route.path().split("\\{", -1).length - 1;
    }

    private String real(String path, String variable) {
        return switch (variable.replaceAll("[{}]|:.*", "")) {
            case "path" -> "sites";
            case "what" -> "archiving";
            case "plural", "objects" -> "customers";
            case "object" -> "customer";
            case "code" -> "reader";
            case "number" -> "1";
            case "field" -> "name";
            case "file" -> "relais.css";
            case "key" -> ids.getOrDefault("view", "x");
            case "record", "customer" -> ids.getOrDefault("customer", UNKNOWN);
            case "note" -> ids.getOrDefault("note", UNKNOWN);
            case "id" -> id(path);
            default -> UNKNOWN;
        };
    }

    private String idOf(String path) {
        return path.contains("/affiliations/")
                ? "affiliation"
                : path.contains("/operations")
                        ? "operation"
                        : path.startsWith("/imports") ? "import" : path.contains("/fields/{id}") ? "field" : "customer";
    }

    private String id(String path) {
        if (path.contains("/people/")) {
            return world.verdier().reader().id().toString();
        }
        if (path.contains("sites|teams")) {
            return world.verdier().nantes().toString();
        }
        var matcher = ID.matcher(path);
        return matcher.find() ? matcher.group() : ids.getOrDefault(idOf(path), UNKNOWN);
    }

    private static String first(Document page, String selector, String attribute) {
        for (var value : page.select(selector).eachAttr(attribute)) {
            var matcher = ID.matcher(value);
            if (matcher.find()) {
                return matcher.group();
            }
        }
        throw new AssertionError("No " + selector);
    }

    /** The fields of the forms that these pages send to this address, with what stands in them. */
    Map<String, String> form(Routes.Route route, String path) {
        var fields = new LinkedHashMap<String, String>();
        for (var page : pages(route)) {
            var answer = browser.get(page);
            if (answer.statusCode() == 200) {
                browser.page(answer).select("form, [hx-post], [hx-put], [hx-get]").stream()
                        .filter(form -> aims(form, path))
                        .forEach(form -> form.select("input[name], select[name], textarea[name], button[name]")
                                .forEach(field -> fields.putIfAbsent(field.attr("name"), field.val())));
            }
        }
        fields.remove("_csrf");
        fields.remove("workspace");
        return fields;
    }

    private static boolean aims(Element form, String path) {
        for (var attribute : new String[] {"action", "hx-post", "hx-put", "hx-get", "hx-delete"}) {
            if (form.attr(attribute).replaceAll("\\?.*", "").equals(path)) {
                return true;
            }
        }
        return false;
    }

    private String[] pages(Routes.Route route) {
        var customer = "/customers/" + ids.getOrDefault("customer", UNKNOWN);
        var file = "/imports/" + ids.getOrDefault("import", UNKNOWN);
        return switch (route.path().replaceAll("^/([^/]*).*", "$1")) {
            case "imports" -> new String[] {file, file + "/columns", file + "/trial", "/imports/new"};
            case "operations" -> new String[] {"/operations", "/operations/" + ids.getOrDefault("operation", UNKNOWN)};
            case "settings" ->
                new String[] {
                    "/settings/team/people/new",
                    "/settings/team/people/" + world.verdier().reader().id(),
                    "/settings/team/sites/new",
                    "/settings/team/sites/" + world.verdier().nantes(),
                    "/settings/objects/customer",
                    "/settings/objects/customer/fields/new?type=CHOICE",
                    "/settings/objects/customer/fields/" + ids.getOrDefault("field", UNKNOWN)
                };
            case "account" -> new String[] {"/account"};
            case "records", "customers" ->
                new String[] {
                    customer,
                    customer + "/affiliations/new",
                    "/customers/new?kind=person",
                    "/customers/new?kind=organisation",
                    "/records/customer/" + ids.getOrDefault("customer", UNKNOWN) + "/edit",
                    "/records/customer/" + ids.getOrDefault("customer", UNKNOWN) + "/fields/name/editing"
                };
            default -> new String[] {"/customers", "/customers/criteria", "/account"};
        };
    }
}
