package relais.records.formulas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.records.types.BadValue;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldRule;
import relais.records.types.FieldRules;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The formulas, defaults and rules of one object, read once: what a record's state becomes and what it must fulfil. */
public final class Computation {
    private final ObjectType type;
    private final Map<String, Formula> formulas = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<Field> counts;
    private final List<Preset> presets = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private record Preset(
            Field field,
            @Nullable JsonNode constant,
            @Nullable Formula formula) {}

    private record Rule(
            Field field,
            FieldRule words,
            @Nullable Formula valid,
            @Nullable Formula required) {}

    Computation(ObjectType type) {
        this.type = type;
        this.counts = type.fields().stream().filter(Computation::counting).toList();
        type.fields().forEach(f -> order(f, new HashSet<>()));
        type.fields().stream().filter(f -> f.rule() != null).forEach(this::rule);
    }

    ObjectType type() {
        return type;
    }

    private static boolean counting(Field field) {
        return field.derivation() instanceof Derivation.RollUp rollUp
                && field.type() == FieldType.NUMBER
                && (rollUp.figure() == Derivation.Figure.COUNT || rollUp.figure() == Derivation.Figure.SUM);
    }

    /** A formula comes behind those that it reads; one that reads itself by a detour, or does not hold any more, is empty. */
    private void order(Field field, Set<String> above) {
        if (!(field.derivation() instanceof Derivation.Formula own)
                || formulas.containsKey(field.name())
                || broken.contains(field.name())) {
            return;
        }
        if (!above.add(field.name())) {
            broken.addAll(above);
            return;
        }
        var formula = formula(own.text());
        formula.ifPresent(f -> f.reads().forEach(r -> type.field(r).ifPresent(read -> order(read, above))));
        above.remove(field.name());
        if (formula.isPresent() && formula.get().fieldType() == field.type() && !broken.contains(field.name())) {
            formulas.put(field.name(), formula.get());
        } else {
            broken.add(field.name());
        }
    }

    private Optional<Formula> formula(@Nullable String text) {
        return text != null && Formula.read(text, type) instanceof Formula.Reading.Good good
                ? Optional.of(good.formula())
                : Optional.empty();
    }

    private void rule(Field field) {
        var rule = field.rule();
        if (rule == null) {
            return;
        }
        var preset = rule.preset();
        if (preset != null) {
            boolean computed = preset.startsWith("=");
            presets.add(new Preset(
                    field,
                    computed ? null : Values.parseOrNull(preset),
                    computed ? formula(preset.substring(1)).orElse(null) : null));
        }
        if (rule.valid() != null || rule.requiredWhen() != null) {
            rules.add(new Rule(
                    field,
                    rule,
                    formula(rule.valid()).orElse(null),
                    formula(rule.requiredWhen()).orElse(null)));
        }
    }

    /** Whether there is anything to compute. */
    public boolean computes() {
        return !formulas.isEmpty() || !broken.isEmpty() || !counts.isEmpty();
    }

    /** Whether some value changes with the day alone. */
    public boolean moving() {
        return formulas.values().stream().anyMatch(Formula::moving);
    }

    /** The fields that formulas read, so that they can be computed without the rest. */
    public Set<String> reads() {
        var reads = new HashSet<String>();
        formulas.values().forEach(f -> reads.addAll(f.reads()));
        return reads;
    }

    /** The fields that are kept by Relais here. */
    public List<Field> derived() {
        return type.fields().stream().filter(f -> f.derivation() != null).toList();
    }

    /** The formula behind a field, when it holds. */
    public Optional<Formula> formula(Field field) {
        return Optional.ofNullable(formulas.get(field.name()));
    }

    /** Gives a new record the values that nobody gave it; what was given as empty stays so. */
    public void preset(ObjectNode state, JsonNode given, Day day) {
        for (var preset : presets) {
            var name = preset.field().name();
            if (!given.has(name) && Values.empty(state.get(name))) {
                value(preset, state, day).ifPresent(v -> state.set(name, v));
            }
        }
    }

    private static Optional<JsonNode> value(Preset preset, ObjectNode state, Day day) {
        var value = preset.formula() == null
                ? preset.constant()
                : share(preset.field(), preset.formula().value(state, day).value());
        try {
            return Optional.ofNullable(value)
                    .map(v -> FieldRules.canonical(preset.field(), v))
                    .filter(v -> !Values.empty(v));
        } catch (BadValue outdated) {
            return Optional.empty();
        }
    }

    /** A share of 0.2 is kept as 20 %. */
    private static JsonNode share(Field field, JsonNode value) {
        return field.type() == FieldType.PERCENT && value.isNumber()
                ? Values.number(value.decimalValue().movePointRight(2))
                : value;
    }

    /** Computes every formula of this state, in place; roll-ups begin with nothing counted. */
    public void compute(ObjectNode state, Day day) {
        broken.forEach(state::remove);
        for (var count : counts) {
            if (Values.empty(state.get(count.name()))) {
                state.set(count.name(), Values.number(java.math.BigDecimal.ZERO));
            }
        }
        formulas.forEach((name, formula) -> {
            var value = formula.value(state, day).value();
            if (value.isNull()) {
                state.remove(name);
            } else {
                state.set(name, value);
            }
        });
    }

    /** What this state does not fulfil. */
    public List<Problem> check(ObjectNode state, Day day) {
        var problems = new ArrayList<Problem>();
        for (var rule : rules) {
            var name = rule.field().name();
            if (rule.valid() != null && Boolean.FALSE.equals(rule.valid().holds(state, day))) {
                problems.add(Problem.of(
                        name, "rule", rule.words().messageFr(), rule.words().message(java.util.Locale.ENGLISH)));
            }
            boolean needed = rule.required() != null
                    && Values.empty(state.get(name))
                    && Boolean.TRUE.equals(rule.required().holds(state, day));
            if (needed) {
                problems.add(Problem.of(name, "required"));
            }
        }
        return problems;
    }
}
