package relais.records.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.database.Reading;
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
    private static final int MOST_COMPLETIONS = 200;

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

    /** Forgets those of these words that no name has any more. */
    void forget(Collection<String> words) {
        words.stream()
                .filter(Variants::counts)
                .distinct()
                .sorted()
                .forEach(word -> sql.query(
                                "DELETE FROM records.search_variant v WHERE v.tenant_id = ? AND v.variant = ANY(?) AND v.word = ?"
                                        + " AND NOT EXISTS (SELECT 1 FROM records.search_term t WHERE t.tenant_id = ?"
                                        + " AND t.term >= ? AND t.term < ? AND (t.term = ? OR starts_with(t.term, ?)))",
                                Tenancy.id(),
                                forms(word).toArray(String[]::new),
                                word,
                                Tenancy.id(),
                                word,
                                Fold.prefixEnd(word),
                                word,
                                word + " ")
                        .execute());
    }

    private List<String> known(Collection<String> words) {
        return sql.resultQuery(
                        "SELECT v.word FROM records.search_variant v WHERE v.tenant_id = ? AND v.variant = ANY(?)"
                                + " AND v.word = v.variant",
                        Tenancy.id(),
                        Reading.anyText(words))
                .fetch(0, String.class);
    }

    /** Known words that differ from this one by one slip, the likeliest first. */
    List<String> near(String typed, int most) {
        if (typed.length() < SHORTEST - 1 || typed.length() > LONGEST + 1) {
            return List.of();
        }
        var found = new ArrayList<String>();
        Reading.each(
                sql,
                "SELECT v.word FROM records.search_variant v WHERE v.tenant_id = ? AND v.variant = ANY(?) LIMIT "
                        + MOST_FOUND,
                List.of(Tenancy.id(), Reading.anyText(forms(typed))),
                row -> found.add(row.getString(1)));
        return likeliest(typed, found.stream().filter(w -> !w.equals(typed) && Slips.atMostOne(typed, w)), most);
    }

    /** Known words of which a beginning differs from this one by one slip: it may not be typed to its end yet. */
    List<String> begun(String typed, int most) {
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return List.of();
        }
        return likeliest(
                typed,
                starting(forms(typed), "", MOST_BEGUN).stream()
                        .map(Begun::word)
                        .filter(w -> !w.startsWith(typed) && Slips.atMostOneInBeginning(typed, w)),
                most);
    }

    private static List<String> likeliest(String typed, Stream<String> words, int most) {
        return words.distinct().sorted(Slips.likeliest(typed)).limit(most).toList();
    }

    /** The known words that begin with each of these, the shortest first; of very many some. */
    Map<String, List<String>> completions(Collection<String> beginnings) {
        var asked = beginnings.stream().distinct().toList();
        var found = asked.stream().map(b -> new ArrayList<String>()).toList();
        starting(asked, " AND v.word = v.variant", MOST_COMPLETIONS)
                .forEach(b -> found.get(b.at()).add(b.word()));
        var completions = new HashMap<String, List<String>>();
        for (int i = 0; i < asked.size(); i++) {
            found.get(i).sort(Comparator.comparingInt(String::length));
            completions.put(asked.get(i), found.get(i));
        }
        return completions;
    }

    /** A word that was found at one of the places of what was asked. */
    private record Begun(int at, String word) {}

    private List<Begun> starting(Collection<String> beginnings, String condition, int each) {
        var binds = new ArrayList<>(Between.beginnings(beginnings).binds());
        binds.add(Tenancy.id());
        var found = new ArrayList<Begun>();
        Reading.each(
                sql,
                "SELECT r.at, x.word FROM " + Between.TABLE
                        + " CROSS JOIN LATERAL (SELECT v.word FROM records.search_variant v WHERE v.tenant_id = ?"
                        + " AND v.variant >= r.low AND v.variant < r.high" + condition
                        + " ORDER BY v.variant, v.word LIMIT " + each + ") x",
                binds,
                row -> found.add(new Begun(row.getInt(1) - 1, row.getString(2))));
        return found;
    }

    /** Whether a word like this, or one that begins with it, would be known if a name had it. */
    static boolean counts(String word) {
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
