package relais.ui;

/** One view or section among several; the count is empty when unknown. */
public record Tab(String label, String href, boolean current, String count) {

    public Tab(String label, String href, boolean current) {
        this(label, href, current, "");
    }
}
