package relais.records.merging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.lists.BulkAction;
import relais.records.types.ObjectType;

/** Chosen rows of a list can be merged. */
@Component
class MergeAction implements BulkAction {
    @Override
    public String code() {
        return "merge";
    }

    @Override
    public String labelKey() {
        return "merge.act";
    }

    @Override
    public String icon() {
        return "merge";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int least() {
        return 2;
    }

    @Override
    public int most() {
        return Merges.MOST;
    }

    @Override
    public boolean offered(ObjectType type) {
        return Actor.current().may(type.name(), Action.UPDATE) && Actor.current().may(type.name(), Action.DELETE);
    }

    @Override
    public String path(ObjectType type, List<UUID> ids, String back) {
        return ids.stream()
                .map(id -> "&id=" + id)
                .collect(Collectors.joining(
                        "",
                        "/merges/new?object=" + type.name(),
                        "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
    }
}
