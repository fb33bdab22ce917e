package relais.records.forms;

import relais.records.types.Derivation;
import relais.ui.Words;

/**
 * How a value came about that nobody wrote, as its popover tells it.
 *
 * @param made the formula or the figure in words
 * @param mark why there is no value, else empty
 */
public record DerivedView(FieldView field, String made, String mark) {
    /** What made it. */
    public String how() {
        boolean formula = field.field().derivation() instanceof Derivation.Formula;
        return Words.t(formula ? "origin.derived.formula" : "origin.derived.rollup");
    }

    public String icon() {
        return field.field().derivation() instanceof Derivation.Formula ? "square-function" : "sigma";
    }
}
