package relais.records.fields;

import static relais.records.fields.DerivedStore.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.MultiValueMap;
import relais.records.types.Derivation;

/** A roll-up as an administrator describes it. */
record RollUpForm(
        DerivedStore.Names names, String way, Derivation.Figure figure, String measured, List<Condition> conditions) {
    private static final int MOST = 5;

    /** One condition as it is typed. */
    record Condition(String field, String operator, String value) {
        static final Condition NONE = new Condition("", "", "");
    }

    static RollUpForm empty() {
        return new RollUpForm(new DerivedStore.Names("", "", "custom"), "", Derivation.Figure.COUNT, "", List.of());
    }

    static RollUpForm read(MultiValueMap<String, String> params) {
        var conditions = new ArrayList<Condition>();
        var fields = params.getOrDefault("whereField", List.of());
        var operators = params.getOrDefault("whereOp", List.of());
        var values = params.getOrDefault("whereValue", List.of());
        for (int i = 0; i < Math.min(MOST, fields.size()); i++) {
            if (!fields.get(i).isEmpty()) {
                conditions.add(new Condition(fields.get(i), at(operators, i), at(values, i)));
            }
        }
        return new RollUpForm(
                DerivedStore.Names.read(params),
                text(params, "way"),
                figure(text(params, "figure")),
                text(params, "measured"),
                conditions);
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i).strip() : "";
    }

    private static Derivation.Figure figure(String name) {
        return Arrays.stream(Derivation.Figure.values())
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Derivation.Figure.COUNT);
    }
}
