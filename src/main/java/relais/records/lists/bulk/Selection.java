package relais.records.lists.bulk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.platform.web.Refused;
import relais.records.lists.ListQueries;
import relais.records.lists.ListState;

/** Which records of a list are meant: those that were chosen, or everything that the list shows. */
@Component
class Selection {
    private final ListQueries queries;

    Selection(ListQueries queries) {
        this.queries = queries;
    }

    List<UUID> of(ListState state, MultiValueMap<String, String> form) {
        if ("true".equals(form.getFirst("everything"))) {
            return queries.matching(state.type(), state.criterion(), Bulk.MOST + 1);
        }
        try {
            return form.getOrDefault("id", List.of()).stream()
                    .distinct()
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException noId) {
            throw new Refused("bulk.unknown", "id");
        }
    }
}
