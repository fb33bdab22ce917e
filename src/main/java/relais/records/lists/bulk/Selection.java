package relais.records.lists.bulk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.platform.web.Refused;
import relais.records.lists.ListQueries;
import relais.records.lists.ListState;

/** Reads which records of a list are meant: those that were chosen, or everything that the list shows. */
@Component
class Selection {
    private final ListQueries queries;

    Selection(ListQueries queries) {
        this.queries = queries;
    }

    Chosen of(ListState state, MultiValueMap<String, String> form) {
        return "true".equals(form.getFirst("everything")) ? everything(state) : these(form);
    }

    private Chosen everything(ListState state) {
        var ids = queries.matching(state.type(), state.criterion(), Bulk.AT_ONCE + 1);
        if (ids.size() <= Bulk.AT_ONCE) {
            return new Chosen.These(ids);
        }
        var count = queries.count(state.type(), state.criterion(), Bulk.MOST);
        if (count.more()) {
            throw new Refused("bulk.large", Bulk.MOST);
        }
        return new Chosen.Everything(state.criterion(), count.n());
    }

    private static Chosen these(MultiValueMap<String, String> form) {
        try {
            return new Chosen.These(form.getOrDefault("id", List.of()).stream()
                    .distinct()
                    .map(UUID::fromString)
                    .toList());
        } catch (IllegalArgumentException noId) {
            throw new Refused("bulk.unknown", "id");
        }
    }
}
