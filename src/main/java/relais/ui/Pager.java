package relais.ui;

/** The foot of a list: what is shown, and the pages before and after; an empty address means there is none. */
public record Pager(String position, String previous, String next) {}
