package relais.records.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;

/** The words of all names and their forms with one letter left out: two words that differ by one slip share a form. */
@Component
class Variants {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final int MOST_FOUND = 300;
    private static final int MOST_BEGUN = 50;

    private final DSLContext sql;

    Variants(DSLContext sql) {
        this.sql = sql;
    }

    /** Learns the words that were not known yet; in one order, so that writers never wait for each other in a ring. */
    void learn(Collection<String> words) {
        var unknown = new TreeSet<String>();
        words.stream().filter(Variants::counts).forEach(unknown::add);
        if (unknown.isEmpty()) {
            return;
        }
        unknown.removeAll(known(unknown));
        var rows = new Rows("records.search_variant", "variant", "word").unlessThere();
        unknown.forEach(w -> forms(w).forEach(f -> rows.add(f, w)));
        rows.insert(sql);
    }

    private List<String> known(Collection<String> words) {
        return sql.resultQuery(
                        "SELECT v.word FROM records.search_variant v WHERE v.tenant_id = ? AND v.variant = ANY(?)"
                                + " AND v.word = v.variant",
                        Tenancy.id(),
                        words.toArray(String[]::new))
                .fetch(0, String.class);
    }

    /** Known words that differ from this one by one slip, the likeliest first. */
    List<String> near(String typed, int most) {
        if (typed.length() < SHORTEST - 1 || typed.length() > LONGEST + 1) {
            return List.of();
        }
        return sql
                .resultQuery(
                        "SELECT DISTINCT v.word FROM records.search_variant v WHERE v.tenant_id = ? AND v.variant = ANY(?)"
                                + " LIMIT ?",
                        Tenancy.id(),
                        forms(typed).toArray(String[]::new),
                        MOST_FOUND)
                .fetch(0, String.class)
                .stream()
                .filter(w -> !w.equals(typed) && Slips.atMostOne(typed, w))
                .sorted(Slips.likeliest(typed))
                .limit(most)
                .toList();
    }

    /** Known words of which a beginning differs from this one by one slip: it may not be typed to its end yet. */
    List<String> begun(String typed, int most) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return List.of();
        }
        var parts = new ArrayList<String>();
        var binds = new ArrayList<Object>();
        for (var form : forms(typed)) {
            parts.add("(SELECT v.word FROM records.search_variant v WHERE v.tenant_id = ? AND v.variant >= ?"
                    + " AND v.variant < ? ORDER BY v.variant LIMIT ?)");
            binds.addAll(List.of(Tenancy.id(), form, Fold.prefixEnd(form), MOST_BEGUN));
        }
        return sql.resultQuery(String.join(" UNION ", parts), binds.toArray()).fetch(0, String.class).stream()
                .filter(w -> !w.startsWith(typed) && Slips.atMostOneInBeginning(typed, w))
                .sorted(Slips.likeliest(typed))
                .limit(most)
                .toList();
    }

    private static boolean counts(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.codePoints().noneMatch(Character::isDigit);
    }

    /** The word itself and each form with one letter left out. */
    static TreeSet<String> forms(String word) {
        var forms = new TreeSet<String>();
        forms.add(word);
        for (int i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
            forms.add(word.substring(0, i) + word.substring(word.offsetByCodePoints(i, 1)));
        }
        return forms;
    }
}
