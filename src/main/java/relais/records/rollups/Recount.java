package relais.records.rollups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Actor;
import relais.records.formulas.Computations;
import relais.records.store.RecordRows;
import relais.records.store.RecordStates;
import relais.records.types.Derivation;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts anew what belongs to some records, computes what follows from it, and writes what differs. */
@Component
public class Recount {
    private static final int CHUNK = 2_000;

    private final DSLContext sql;
    private final RecordStates states;
    private final FigureSql figures;
    private final RollUps rollUps;
    private final Computations computations;
    private final ObjectTypes types;

    Recount(
            DSLContext sql,
            RecordStates states,
            FigureSql figures,
            RollUps rollUps,
            Computations computations,
            ObjectTypes types) {
        this.sql = sql;
        this.states = states;
        this.figures = figures;
        this.rollUps = rollUps;
        this.computations = computations;
        this.types = types;
    }

    /** Every field of it, whoever acts: what somebody may not see is kept right all the same, and not lost. */
    private ObjectType whole(ObjectType type) {
        return types.whole(type.name());
    }

    /** Keeps all figures and formulas of these records right; answers how many records differed. */
    @Transactional
    public int all(ObjectType type, Collection<UUID> ids) {
        return some(type, rollUps.on(whole(type)), ids);
    }

    /** Another field that Relais keeps itself has changed for these records: formulas that read it follow. */
    @Transactional
    public void follow(ObjectType type, String field, Collection<UUID> ids) {
        if (computations.of(whole(type)).reads().contains(field)) {
            some(type, List.of(), ids);
        }
    }

    /** The records among these whose figures or formulas are not what a recount gives; writes nothing. */
    @Transactional
    public List<UUID> wrong(ObjectType type, Collection<UUID> ids) {
        var found = new ArrayList<UUID>();
        unlimited(() -> differing(whole(type), rollUps.on(whole(type)), ids).forEach(s -> found.add(s.id())));
        return found;
    }

    /** Keeps these figures, and the formulas that follow, right; answers how many records differed. */
    int some(ObjectType seen, List<RollUp> wanted, Collection<UUID> ids) {
        var type = whole(seen);
        var written = new int[1];
        var all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            var chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            unlimited(() -> {
                var differing = differing(type, wanted, chunk);
                new RecordRows(type, sql).derive(computations.of(type).derived(), differing);
                written[0] += differing.size();
            });
        }
        return written[0];
    }

    /** Whoever writes, the figures are those of everything. */
    private static void unlimited(Runnable work) {
        ScopedValue.where(Actor.CURRENT, Actor.current().unlimited()).run(work);
    }

    /** Locked first and counted then: what another one commits meanwhile is counted too. */
    private List<Snapshot> differing(ObjectType type, List<RollUp> wanted, Collection<UUID> ids) {
        var computation = computations.of(type);
        var locked = states.lock(type, ids, computation.reads());
        var made = new HashMap<UUID, ObjectNode>();
        locked.forEach((id, s) -> made.put(id, s.values().deepCopy()));
        alongLinks(wanted).forEach(alike -> figure(alike, made));
        var differing = new ArrayList<Snapshot>();
        locked.forEach((id, before) -> {
            var after = made.getOrDefault(id, before.values());
            computation.compute(after, computations.day());
            boolean same = computation.derived().stream()
                    .allMatch(f -> Values.same(before.values().get(f.name()), after.get(f.name())));
            if (!same) {
                differing.add(new Snapshot(type, id, before.version(), after));
            }
        });
        return differing;
    }

    private static Collection<List<RollUp>> alongLinks(List<RollUp> wanted) {
        var alike = new LinkedHashMap<String, List<RollUp>>();
        wanted.forEach(
                r -> alike.computeIfAbsent(r.over().name() + "." + r.link().name(), k -> new ArrayList<>())
                        .add(r));
        return alike.values();
    }

    private void figure(List<RollUp> alike, Map<UUID, ObjectNode> made) {
        var counted = figures.figures(alike, made.keySet());
        made.forEach((id, state) -> {
            for (int i = 0; i < alike.size(); i++) {
                var rollUp = alike.get(i);
                var values = counted.get(id);
                put(state, rollUp, values == null ? Values.none() : values.get(i));
            }
        });
    }

    private static void put(ObjectNode state, RollUp rollUp, JsonNode value) {
        boolean zero = rollUp.field().type() == FieldType.NUMBER
                && (rollUp.figure() == Derivation.Figure.COUNT || rollUp.figure() == Derivation.Figure.SUM);
        if (!Values.empty(value)) {
            state.set(rollUp.field().name(), value);
        } else if (zero) {
            state.set(rollUp.field().name(), Values.number(java.math.BigDecimal.ZERO));
        } else {
            state.remove(rollUp.field().name());
        }
    }
}
