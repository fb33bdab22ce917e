package relais.records.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Records;
import relais.records.lists.RecordMark;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Visibility;

/** The face of the search: records of every object that the actor may see, by anything they are called. */
@Service
public class Search {
    private static final int SPARE = 5;

    private final ObjectTypes types;
    private final Records records;
    private final Finder finder;
    private final Visibility visibility;

    Search(ObjectTypes types, Records records, Finder finder, Visibility visibility) {
        this.types = types;
        this.records = records;
        this.finder = finder;
        this.visibility = visibility;
    }

    /** The records likeliest meant by this text, at most this many; empty for a text that says nothing. */
    @Transactional(readOnly = true)
    public List<Hit> find(String text, int most) {
        var sought = Sought.of(text);
        var sight = Sight.of(types, visibility);
        if (sought.empty() || sight.blind()) {
            return List.of();
        }
        var found = finder.find(sight, sought).stream().limit(most + SPARE).toList();
        var hits = hits(found.stream().limit(most).toList());
        if (hits.size() < most) {
            hits.addAll(hits(found.stream().skip(most).toList()));
        }
        return hits.stream().limit(most).toList();
    }

    private List<Hit> hits(List<Found> found) {
        var rows = load(found);
        var hits = new ArrayList<Hit>();
        for (var each : found) {
            var row = rows.get(each.record());
            if (row != null && !row.deleted()) {
                hits.add(new Hit(row, Matched.of(each, row)));
            }
        }
        return hits;
    }

    /** The records themselves are asked again whether they may be seen. */
    private Map<UUID, Snapshot> load(List<Found> found) {
        var rows = new HashMap<UUID, Snapshot>();
        found.stream().collect(Collectors.groupingBy(Found::object)).forEach((object, of) -> {
            var ids = of.stream().map(Found::record).toList();
            rows.putAll(records.find(object, ids, shown(types.of(object), of)));
        });
        return rows;
    }

    /** The fields that a hit shows: what marks it, and what it was found by where that is not its name. */
    private static Set<String> shown(ObjectType type, List<Found> found) {
        var shown = new HashSet<>(RecordMark.FIELDS);
        if (!found.stream().allMatch(f -> f.source().ofName())) {
            type.fields().stream().filter(f -> Terms.from(type, f)).forEach(f -> shown.add(f.name()));
        }
        return shown;
    }
}
