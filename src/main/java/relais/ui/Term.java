package relais.ui;

/** One term of the equation: the figure, what it counts, where its records are. */
public record Term(long count, String label, String href, boolean waits) {

    public Term(long count, String label, String href) {
        this(count, label, href, false);
    }
}
