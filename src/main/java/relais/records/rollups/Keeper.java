package relais.records.rollups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;

/** Keeps figures right in the transaction that writes what they count, once for a batch. */
@Component
class Keeper {
    private final RollUps rollUps;
    private final Recount recount;

    Keeper(RollUps rollUps, Recount recount) {
        this.rollUps = rollUps;
        this.recount = recount;
    }

    @EventListener
    void written(RecordsWritten written) {
        var over = rollUps.over(written.type().name());
        if (!over.isEmpty()) {
            byOwner(over).forEach((owner, all) -> keep(all, written.items()));
        }
    }

    private static Map<String, List<RollUp>> byOwner(List<RollUp> over) {
        var owners = new LinkedHashMap<String, List<RollUp>>();
        over.forEach(r ->
                owners.computeIfAbsent(r.owner().name(), o -> new ArrayList<>()).add(r));
        return owners;
    }

    private void keep(List<RollUp> rollUpsOfOne, List<RecordsWritten.Item> items) {
        var concerned = new ArrayList<RollUp>();
        Set<UUID> owners = new TreeSet<>();
        for (var rollUp : rollUpsOfOne) {
            var touching = items.stream().filter(rollUp::concerned).toList();
            touching.forEach(item -> owners.addAll(rollUp.owners(item)));
            if (!touching.isEmpty()) {
                concerned.add(rollUp);
            }
        }
        if (!owners.isEmpty()) {
            recount.some(concerned.getFirst().owner(), concerned, owners);
        }
    }
}
