package relais.integration;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.customers.Duplicate;
import relais.customers.Duplicates;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The customers whom a new one resembles, each with the reasons; those who may not read learn nothing. */
@Component
class ApiDuplicates {
    private final Duplicates duplicates;

    ApiDuplicates(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    /** Whom this customer resembles; refuses a likely duplicate when only new ones are wanted. */
    ArrayNode of(Optional<Snapshot> made, boolean onlyNew) {
        var known = made.stream()
                .flatMap(m -> duplicates.of(m.values()).stream().filter(d -> !d.id().equals(m.id())))
                .toList();
        if (onlyNew && known.stream().anyMatch(Duplicate::likely)) {
            throw ApiProblem.of(409, "duplicate").member("duplicates", write(known));
        }
        return write(known);
    }

    private static ArrayNode write(List<Duplicate> known) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var duplicate : known) {
            var one = array.addObject();
            one.put("id", duplicate.hidden() ? null : duplicate.id().toString());
            one.put("name", duplicate.hidden() ? null : duplicate.name());
            one.put("likely", duplicate.likely());
            var reasons = one.putArray("reasons");
            duplicate.reasons().forEach(r -> reasons.add(r.code()));
        }
        return array;
    }
}
