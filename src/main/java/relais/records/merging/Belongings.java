package relais.records.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.store.Hanging;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Visibility;

/** Finds what is attached to records, along every declared link of every object, the workspace's own ones too. */
@Component
class Belongings {
    private static final int MOST = 20_000;

    private final Hanging hanging;
    private final ObjectTypes types;
    private final Visibility visibility;

    Belongings(Hanging hanging, ObjectTypes types, Visibility visibility) {
        this.hanging = hanging;
        this.types = types;
        this.visibility = visibility;
    }

    /** Records of one object that link to others: by record, the fields with which they do. */
    record Kind(ObjectType type, Map<UUID, Set<Field>> links) {}

    /** What is attached to these records, in the trash too; refuses what the actor may not see, and too much. */
    List<Kind> to(ObjectType target, Collection<UUID> ids) {
        var kinds = new LinkedHashMap<String, Kind>();
        for (var way : hanging.ways(target)) {
            for (var hung : hanging.on(way, ids)) {
                kinds.computeIfAbsent(way.from().name(), n -> new Kind(way.from(), new LinkedHashMap<>()))
                        .links()
                        .computeIfAbsent(hung.id(), i -> new LinkedHashSet<>())
                        .add(way.field());
            }
        }
        kinds.values().forEach(this::check);
        return new ArrayList<>(kinds.values());
    }

    private void check(Kind kind) {
        if (kind.links().size() > MOST) {
            throw new Refused("merge.large", MOST);
        }
        int hidden = kind.links().size()
                - visibility.among(kind.type(), kind.links().keySet()).size();
        if (hidden > 0) {
            throw new Refused("merge.unseen", hidden);
        }
    }

    /** How many records of each object are attached to each of these, of those that the actor may see. */
    Map<ObjectType, Map<UUID, Integer>> counts(ObjectType target, Collection<UUID> ids) {
        var counts = new LinkedHashMap<ObjectType, Map<UUID, Integer>>();
        for (var way : hanging.ways(target)) {
            var description = types.description(way.from());
            if (!description.open() || !Actor.current().may(way.from().name(), description.right(Action.READ))) {
                continue;
            }
            var alive = hanging.on(way, ids).stream()
                    .filter(h -> h.deletedAt() == null)
                    .toList();
            var seen = visibility.among(
                    way.from(), alive.stream().map(Hanging.Hung::id).toList());
            alive.stream()
                    .filter(h -> seen.contains(h.id()))
                    .forEach(h -> counts.computeIfAbsent(way.from(), t -> new LinkedHashMap<>())
                            .merge(h.on(), 1, Integer::sum));
        }
        return counts;
    }
}
