package relais.records.imports.source;

/**
 * How much of a file Relais takes.
 *
 * @param bytes of the file itself
 * @param fieldChars of one cell
 * @param columns of one row
 * @param inflatedBytes of everything inside an XLSX
 * @param ratio how many times an XLSX part may grow when it is unpacked
 */
public record Limits(long bytes, int fieldChars, int columns, long inflatedBytes, int ratio) {
    /** What suits a company's customer file. */
    public static final Limits USUAL = new Limits(500_000_000, 100_000, 1_000, 2L << 30, 200);

    public Limits withBytes(long other) {
        return new Limits(other, fieldChars, columns, inflatedBytes, ratio);
    }
}
