package relais.ui;

/**
 * A link that somebody pinned to the side bar.
 *
 * @param count empty when unknown
 * @param current whether it leads to the page being shown
 */
public record NavigationLink(String label, String href, String count, boolean current) {}
