package relais.records.rollups;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.criteria.CriteriaSentences;
import relais.records.formulas.Computations;
import relais.records.formulas.Formula;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.ui.Face;
import relais.ui.Words;

/** How a value came about that nobody wrote, for people. */
@Component
public class DerivedWords {
    private final RollUps rollUps;
    private final CriteriaSentences sentences;
    private final Computations computations;

    DerivedWords(RollUps rollUps, CriteriaSentences sentences, Computations computations) {
        this.rollUps = rollUps;
        this.sentences = sentences;
        this.computations = computations;
    }

    /** The formula or the figure behind a field; nothing for a field that is written. */
    public Optional<String> of(ObjectType type, Field field) {
        return switch (field.derivation()) {
            case null -> Optional.empty();
            case Derivation.Formula formula -> Optional.of(shown(type, formula.text()));
            case Derivation.RollUp described ->
                rollUps.of(type, field, described).map(this::sentence);
        };
    }

    private static String shown(ObjectType type, String text) {
        return Formula.read(text, type) instanceof Formula.Reading.Good good
                ? good.formula().shown(Face.language())
                : text;
    }

    private String sentence(RollUp rollUp) {
        var figure = Words.t("rollup.figure." + rollUp.figure().name().toLowerCase(Locale.ROOT));
        var objects = Labels.objects(rollUp.over());
        var where = sentences.of(rollUp.over(), rollUp.where());
        var measured = rollUp.measured();
        var whole = measured == null
                ? Words.t("rollup.sentence.count", figure, objects)
                : Words.t("rollup.sentence", figure, Labels.field(rollUp.over(), measured), objects);
        return where.isEmpty() ? whole : whole + " " + where;
    }

    /** Why a formula has no value for this record, when its fields alone do not say it. */
    public Optional<String> mark(Snapshot record, Field field) {
        return computations
                .of(record.type())
                .formula(field)
                .map(f -> f.value(record.values(), computations.day()).mark())
                .map(DerivedWords::mark);
    }

    private static String mark(@Nullable String code) {
        return Words.t("formula.mark." + Objects.requireNonNull(code));
    }
}
