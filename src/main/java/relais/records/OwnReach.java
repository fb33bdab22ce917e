package relais.records;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.RowRights;
import relais.records.types.Values;
import relais.records.types.Visibility;
import tools.jackson.databind.node.ObjectNode;

/** Sees to it that nobody writes a record out of their own sight without noticing. */
@Component
class OwnReach {
    private final Visibility visibility;

    OwnReach(Visibility visibility) {
        this.visibility = visibility;
    }

    /** What somebody makes who does not see everything is their own, unless they say whose it is. */
    void adopt(ObjectType type, ObjectNode state) {
        var own = visibility.owned(type);
        if (own != null && own.fields().stream().allMatch(f -> Values.empty(state.get(f)))) {
            state.put(own.owner(), Actor.current().id().toString());
        }
    }

    void check(ObjectType type, List<Plan> plans) {
        var own = visibility.belonging(type);
        if (own == null) {
            return;
        }
        for (var plan : plans) {
            if (plan.alive()
                    && !Visibility.reaches(own, plan.id(), plan.needAfter().values())) {
                plan.reject(Problem.of(field(own, plan), "reach.left"));
            }
        }
    }

    /** Conditions of a role are asked of what was written; when they no longer hold, nothing of it stays. */
    void checkWritten(ObjectType type, List<Plan> plans) {
        if (Actor.current().reach().where(type.name()).isEmpty()) {
            return;
        }
        var left = plans.stream().filter(p -> !p.removes()).map(Plan::id).toList();
        if (!visibility.among(type, left).containsAll(left)) {
            throw new Refused("reach.left");
        }
    }

    /** The field to mend: what was just changed, or the site of a new record. */
    private static String field(RowRights.Belonging own, Plan plan) {
        return own.fields().stream().filter(plan::changes).findFirst().orElse(own.site());
    }
}
