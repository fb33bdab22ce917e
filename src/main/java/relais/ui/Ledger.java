package relais.ui;

import java.util.List;

/** The equation: a total, its parts, and what is missing between them. */
public record Ledger(String title, Term total, List<Term> parts) {

    /** How much of the total no part accounts for. */
    public long gap() {
        return total.count() - parts.stream().mapToLong(Term::count).sum();
    }

    /** Where a part begins on a bar of 1000 units. */
    public long start(int part) {
        return width(parts.subList(0, part).stream().mapToLong(Term::count).sum());
    }

    /** How wide a part is on a bar of 1000 units. */
    public long width(Term part) {
        return width(part.count());
    }

    private long width(long count) {
        return total.count() == 0 ? 0 : count * 1000 / total.count();
    }
}
