package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.customers.CustomerDescription;
import relais.customers.duplicates.Candidates;
import relais.identity.Action;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The pairs of customers that look alike, as the last search through the stock found them. */
@RestController
@RequestMapping(path = "/api/v1/customers/duplicates", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiDuplicatesController {
    private final ApiObjects objects;
    private final Candidates candidates;

    ApiDuplicatesController(ApiObjects objects, Candidates candidates) {
        this.objects = objects;
        this.candidates = candidates;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        objects.require("customers", CustomerDescription.NAME, Action.READ);
        ApiRequest.only(request, "after", "limit");
        var place = Candidates.Place.read(after);
        if (after != null && place == null) {
            throw ApiProblem.of(400, "cursor.foreign");
        }
        var page = candidates.page(place, ApiLists.limit(limit));
        var json = Values.object();
        var items = json.putArray("items");
        page.pairs().forEach(pair -> {
            var item = items.addObject();
            item.put("score", Math.round(pair.score() * 100) / 100.0);
            item.put("reason", pair.words());
            item.set("first", one(pair.first()));
            item.set("second", one(pair.second()));
        });
        json.put("next", page.next().map(Candidates.Place::text).orElse(null));
        return Values.json(json);
    }

    private static ObjectNode one(Snapshot customer) {
        return Values.object().put("id", customer.id().toString()).put("name", customer.title());
    }
}
