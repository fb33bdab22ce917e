package relais.records.imports.source;

/**
 * What is wrong with one cell before anybody asks what it means.
 *
 * @param column index of the cell
 * @param code message key {@code problem.<code>}
 */
public record Flaw(int column, String code) {
    public static final String TOO_LONG = "import.too-long";
    public static final String FORMULA = "import.formula";
    public static final String CELL_ERROR = "import.cell-error";
    public static final String CONTROL = "import.control";
    public static final String EXTRA = "import.extra-cells";
}
