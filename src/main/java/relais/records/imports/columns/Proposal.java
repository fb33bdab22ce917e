package relais.records.imports.columns;

/**
 * Where one column seems to belong.
 *
 * @param confidence from 0 to 1
 */
public record Proposal(int column, Target target, double confidence, Reason reason) {
    /** Why it is proposed. */
    public enum Reason {
        /** The column is called as the field is. */
        LABEL,
        /** The column's name is known. */
        NAME,
        /** The values look so. */
        VALUES,
        /** Nothing known fits. */
        UNKNOWN,
        /** The column is empty. */
        EMPTY
    }

    /** The same column elsewhere, a little less sure. */
    Proposal to(Target other) {
        return new Proposal(column, other, confidence - 0.1, reason);
    }
}
