package relais.identity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import relais.platform.database.Kept;
import relais.platform.tenancy.Tenancy;

/** Who works with whom in the current workspace, and who leads whom: teams lie in teams. */
@Service
public class Teams {
    private final DSLContext sql;
    private final Kept<Boolean, Order> kept;

    Teams(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.kept = new Kept<>(transactions, Duration.ofSeconds(3));
    }

    private record Place(UUID team, UUID account, boolean lead) {}

    private record Order(Map<UUID, List<UUID>> below, List<Place> places) {}

    /** Those who belong to a team that the person leads, or to one below it; never the person. */
    public List<UUID> led(UUID person) {
        var order = order();
        var teams = new HashSet<UUID>();
        var open = new ArrayDeque<>(order.places().stream()
                .filter(p -> p.lead() && p.account().equals(person))
                .map(Place::team)
                .toList());
        while (!open.isEmpty()) {
            var team = open.pop();
            if (teams.add(team)) {
                open.addAll(order.below().getOrDefault(team, List.of()));
            }
        }
        return members(teams).stream().filter(a -> !a.equals(person)).sorted().toList();
    }

    /** The person, those of the same teams and those whom the person leads. */
    public List<UUID> mates(UUID person) {
        var mates = new HashSet<>(led(person));
        mates.add(person);
        mates.addAll(members(order().places().stream()
                .filter(p -> p.account().equals(person))
                .map(Place::team)
                .collect(Collectors.toSet())));
        return mates.stream().sorted().toList();
    }

    /** The team above each that has one. */
    public Map<UUID, UUID> parents() {
        return order().below().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(child -> Map.entry(child, e.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who leads the team. */
    public Set<UUID> leads(UUID team) {
        return order().places().stream()
                .filter(p -> p.lead() && p.team().equals(team))
                .map(Place::account)
                .collect(Collectors.toSet());
    }

    /** Forgets what was read of the current workspace: somebody changed it. */
    public void changed() {
        kept.forget();
    }

    private Set<UUID> members(Set<UUID> teams) {
        return order().places().stream()
                .filter(p -> teams.contains(p.team()))
                .map(Place::account)
                .collect(Collectors.toSet());
    }

    private Order order() {
        return kept.get(true, this::read);
    }

    private Order read() {
        var below = sql
                .fetch(
                        "SELECT t.parent_id, t.id FROM identity.team t WHERE t.tenant_id = ? AND t.parent_id IS NOT NULL"
                                + " AND t.archived_at IS NULL",
                        Tenancy.id())
                .stream()
                .collect(Collectors.groupingBy(
                        r -> r.get(0, UUID.class), Collectors.mapping(r -> r.get(1, UUID.class), Collectors.toList())));
        var places = sql.fetch(
                        "SELECT m.team_id, m.account_id, m.lead FROM identity.team_member m"
                                + " JOIN identity.team t ON t.tenant_id = m.tenant_id AND t.id = m.team_id"
                                + " WHERE m.tenant_id = ? AND t.tenant_id = ? AND t.archived_at IS NULL",
                        Tenancy.id(),
                        Tenancy.id())
                .map(r -> new Place(r.get(0, UUID.class), r.get(1, UUID.class), lead(r.get(2, Boolean.class))));
        return new Order(below, places);
    }

    private static boolean lead(@Nullable Boolean stored) {
        return Boolean.TRUE.equals(stored);
    }
}
