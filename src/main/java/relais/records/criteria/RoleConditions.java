package relais.records.criteria;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.RowCriteria;

/**
 * Compiles the conditions of a role: with the eyes of whoever made the role, who sees every field and record, and for
 * the person who has it, who is "me" in them.
 */
@Component
class RoleConditions implements RowCriteria {
    private final Criteria criteria;
    private final ObjectTypes types;

    RoleConditions(Criteria criteria, ObjectTypes types) {
        this.criteria = criteria;
        this.types = types;
    }

    @Override
    public Condition rows(ObjectType type, String alias, String conditions) {
        return ScopedValue.where(Actor.CURRENT, Actor.current().unlimited()).call(() -> {
            var whole = types.whole(type.name());
            var criterion = read(conditions);
            // A condition that no longer holds water opens nothing: elsewhere it would be left out.
            return criterion == null || !criteria.mistakes(whole, criterion).isEmpty()
                    ? DSL.falseCondition()
                    : criteria.condition(whole, alias, criterion);
        });
    }

    private static @Nullable Criterion read(String conditions) {
        try {
            return CriteriaJson.parse(conditions);
        } catch (Refused malformed) {
            return null;
        }
    }
}
