package relais.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import relais.identity.tokens.AccessTokens;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.Routes;
import relais.world.World;

/**
 * Whatever comes in, no answer is a failure of the server or carries an exception's text: each route with hostile values
 * in path, query, form and JSON, alone and among the fields that its form has. A sample of the values in every run, all
 * of them with {@code -Drelais.hostile=all}.
 */
@RelaisTest
class HostileInputTest {
    private static final boolean ALL = "all".equals(System.getProperty("relais.hostile"));
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern EXCEPTION =
            Pattern.compile("\\b(java|javax|jakarta|org|tools)\\.[a-z]+\\.[a-zA-Z.]+|[a-z]Exception\\b|SQLSTATE|ERROR: ");
    private static final Pattern LEAVES = Pattern.compile("/sign-out.*|/sign-in|/account/password");

    /** Names that pages put into their addresses, in case no form showed them. */
    private static final List<String> COMMON = List.of(
            "q", "at", "to", "back", "id", "name", "value", "version", "filter", "sort", "columns", "view", "kind", "show",
            "from", "older", "newer", "position", "days", "actor", "object", "everything", "do", "format", "compare",
            "delimiter", "charset", "head", "sheet", "page", "place", "path", "field", "op", "change", "type", "occurredAt");

    private static final Map<String, String> WORDS = Map.of(
            "name", "Zinc", "lastName", "Aubry", "email", "neuf@verdier.example", "emails.value", "neuf@zinc.example",
            "phones.value", "0465711208", "tags", "neuf", "body", "Rappeler", "labelFr", "Terrasse", "section", "custom");

    @Autowired
    World world;

    @Autowired
    Victims victims;

    @Autowired
    DSLContext sql;

    @Autowired
    AccessTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private int sent;

    @Test
    void noHostileInputGivesAFailureOfTheServer() {
        victims.settle();
        var browser = world.browserOf(world.verdier().administrator());
        var program = program();
        for (var route : Routes.all()) {
            if (!route.method().equals("ANY")) {
                sql.execute("DELETE FROM identity.throttle");
                boolean leaves = LEAVES.matcher(route.path()).matches();
                attack(leaves ? stranger(route) : route.who().equals("token") ? program : browser, route);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(sent).isGreaterThan(10_000);
    }

    @Test
    void whatIsSentTwiceAtOnceIsDoneOnceOrRefused() {
        victims.settle();
        var browser = world.browserOf(world.verdier().administrator());
        for (var route : Routes.all()) {
            if (!route.method().matches("ANY|GET") && !route.who().matches("public|token") && !LEAVES.matcher(route.path()).matches()) {
                victims.renew(route);
                var path = victims.path(route, -1, "");
                var form = form(encoded(filled(victims.form(route, path))));
                var request = request(browser, route, browser.token(), path, form, FORM);
                send(browser, route, Collections.nCopies(4, request));
            }
        }
        assertThat(failures).isEmpty();
    }

    /** The form as somebody fills it in. */
    private static Map<String, String> filled(Map<String, String> form) {
        var filled = new LinkedHashMap<>(form);
        filled.remove("required"); // a field that all customers must have would refuse those of the next routes
        filled.replaceAll((name, value) -> value.isEmpty() ? WORDS.getOrDefault(name, "") : value);
        return filled;
    }

    /** A program that may do everything over the API. */
    private Browser program() {
        var company = world.verdier();
        var token = tokens.make(company.id(), company.administrator().id(), "Essai", List.of("*"), Duration.ofDays(1));
        return world.browser().with("Authorization", "Bearer " + token).with("Accept", "application/json");
    }

    private Browser stranger(Routes.Route route) {
        return route.who().equals("public") ? world.browser() : world.browserOf(world.verdier().reader());
    }

    private void attack(Browser browser, Routes.Route route) {
        victims.renew(route);
        var path = victims.path(route, -1, "");
        var base = encoded(victims.form(route, path));
        var names = new LinkedHashSet<>(base.keySet());
        names.addAll(declared(route));
        var token = browser.token();
        var requests = new ArrayList<HttpRequest>();
        for (int i = 0; i < Victims.variables(route); i++) {
            for (var value : sample(HostileValues.inPath(), i, 27)) {
                requests.add(request(browser, route, token, victims.path(route, i, value), form(base), FORM));
            }
        }
        var everything = new LinkedHashSet<>(names);
        everything.addAll(COMMON);
        for (var value : HostileValues.encoded()) {
            requests.add(request(browser, route, token, path, form(all(everything, value)), FORM));
        }
        int turn = route.line().hashCode();
        for (var name : names) {
            for (var value : sample(HostileValues.encoded(), turn++, 27)) {
                requests.add(request(browser, route, token, path, form(with(base, name, value)), FORM));
            }
        }
        if (route.method().equals("GET")) {
            for (var name : COMMON) {
                for (var value : sample(HostileValues.encoded(), turn++, 111)) {
                    requests.add(request(browser, route, token, path, name + "=" + value, FORM));
                }
            }
        } else {
            for (var type : List.of(FORM, "application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "x")) {
                for (var body : HostileValues.json()) {
                    requests.add(request(browser, route, token, path, body, type));
                }
            }
            requests.add(request(browser, route, token, path, "=&&&=a&%=&%zz=%zz&" + "a=b&".repeat(3_000), FORM));
        }
        if (route.who().equals("token") && !route.method().equals("GET")) {
            HostileValues.records(ALL ? 1 : 3)
                    .forEach(body -> requests.add(request(browser, route, token, path, body, "application/json")));
        }
        sent += requests.size();
        send(browser, route, requests);
    }

    private void send(Browser browser, Routes.Route route, List<HttpRequest> requests) {
        try (var executor = Executors.newFixedThreadPool(4)) {
            requests.forEach(request -> executor.execute(() -> judge(route, request, browser)));
        }
    }

    private void judge(Routes.Route route, HttpRequest request, Browser browser) {
        try {
            HttpResponse<String> answer = browser.send(request);
            var found = EXCEPTION.matcher(answer.body());
            if (answer.statusCode() >= 500 || (answer.statusCode() >= 300 && found.find())) {
                failures.add(answer.statusCode() + " " + route + " " + shown(request));
            }
        } catch (IllegalStateException broken) {
            failures.add("no answer " + route + " " + shown(request) + " " + broken.getCause());
        }
    }

    private static String shown(HttpRequest request) {
        var body = request.headers().firstValue("X-Shown").orElse("");
        var text = request.uri() + " " + body;
        return text.substring(0, Math.min(300, text.length()));
    }

    private static HttpRequest request(
            Browser browser, Routes.Route route, String token, String path, String body, String type) {
        boolean get = route.method().equals("GET");
        var query = body.length() > 20_000 ? body.substring(0, 20_000).replaceAll("%.?$", "") : body;
        var request = browser.request(get && !query.isEmpty() ? path + "?" + query.replace("\"", "%22") : path)
                .header("X-CSRF-TOKEN", token)
                .header("X-Shown", HostileValues.encode(body.substring(0, Math.min(200, body.length()))))
                .header("HX-Request", "true");
        if (get) {
            return request.GET().build();
        }
        return request.header("Content-Type", type)
                .method(route.method(), BodyPublishers.ofString(body))
                .build();
    }

    /** All values in a full run; else some, others for each turn. */
    private static List<String> sample(List<String> values, int turn, int every) {
        if (ALL) {
            return values;
        }
        var some = new ArrayList<String>();
        for (int i = Math.floorMod(turn, every); i < values.size(); i += every) {
            some.add(values.get(i));
        }
        return some;
    }

    private static Map<String, String> with(Map<String, String> base, String name, String value) {
        var changed = new LinkedHashMap<>(base);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> all(Set<String> names, String value) {
        var shorter = value.length() > 10_000 ? value.substring(0, 10_000).replaceAll("%.?$", "") : value;
        var all = new LinkedHashMap<String, String>();
        names.forEach(name -> all.put(name, shorter));
        return all;
    }

    private static Map<String, String> encoded(Map<String, String> fields) {
        var encoded = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> encoded.put(HostileValues.encode(name), HostileValues.encode(value)));
        return encoded;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    private Set<String> declared(Routes.Route route) {
        var names = new LinkedHashSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (info.getPatternValues().contains(route.path())) {
                for (var parameter : handler.getMethodParameters()) {
                    if (parameter.hasParameterAnnotation(RequestParam.class)
                            && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                        names.add(parameter.getParameter().getName());
                    }
                }
            }
        });
        return names;
    }
}
