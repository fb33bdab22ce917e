package relais.ui;

/** One entry of a list to choose from. */
public record Option(String value, String label) {}
