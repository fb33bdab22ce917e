package relais.records.rollups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.formulas.Formula;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldUses;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** Formulas, roll-ups and rules use fields. */
@Component
class DerivedUses implements FieldUses {
    private final RollUps rollUps;

    DerivedUses(RollUps rollUps) {
        this.rollUps = rollUps;
    }

    @Override
    public List<Use> of(ObjectType type, Field field) {
        var uses = new ArrayList<Use>();
        for (var other : type.fields()) {
            boolean read = other.derivation() instanceof Derivation.Formula formula
                    && formula.reads().contains(field.name());
            if (read) {
                uses.add(use(type, "formula.use.formula", other));
            }
            if (ruled(type, other, field)) {
                uses.add(use(type, "formula.use.rule", other));
            }
        }
        rollUps.over(type.name()).stream()
                .filter(r -> r.watched().contains(field.name()))
                .forEach(r -> uses.add(use(r.owner(), "formula.use.rollup", r.field())));
        return uses;
    }

    private static Use use(ObjectType owner, String key, Field field) {
        return new Use(Words.t(key, Labels.field(owner, field)), "/settings/objects/" + owner.name());
    }

    private static boolean ruled(ObjectType type, Field ruled, Field field) {
        var rule = ruled.rule();
        if (rule == null) {
            return false;
        }
        var preset = rule.preset();
        return ruled.name().equals(field.name())
                || reads(rule.valid(), type).contains(field.name())
                || reads(rule.requiredWhen(), type).contains(field.name())
                || preset != null
                        && preset.startsWith("=")
                        && reads(preset.substring(1), type).contains(field.name());
    }

    private static Set<String> reads(@Nullable String text, ObjectType type) {
        return text != null && Formula.read(text, type) instanceof Formula.Reading.Good good
                ? good.formula().reads()
                : Set.of();
    }

    /** An object is used by the roll-ups of others that count its records. */
    @Override
    public List<Use> of(ObjectType type) {
        return rollUps.over(type.name()).stream()
                .filter(r -> !r.owner().name().equals(type.name()))
                .map(r -> use(r.owner(), "formula.use.rollup", r.field()))
                .toList();
    }
}
