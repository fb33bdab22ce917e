package relais.customers.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What an organisation's name says of its legal form and of nothing else, in the countries around. */
final class LegalForms {
    private static final Set<String> FORMS = Set.of(
            "sa",
            "sas",
            "sasu",
            "sarl",
            "eurl",
            "sci",
            "scop",
            "scic",
            "snc",
            "selarl",
            "selas",
            "scp",
            "scm",
            "sem",
            "spl",
            "gie",
            "earl",
            "gaec",
            "ei",
            "eirl",
            "asbl",
            "srl",
            "sprl",
            "bvba",
            "bv",
            "nv",
            "vof",
            "cv",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "mbh",
            "ev",
            "eg",
            "se",
            "ltd",
            "limited",
            "plc",
            "llp",
            "llc",
            "inc",
            "corp",
            "co",
            "company",
            "spa",
            "srls",
            "sl",
            "slu",
            "slne",
            "lda",
            "oy",
            "ab",
            "as",
            "aps",
            "kft",
            "sro",
            "spzoo",
            "societe",
            "ste",
            "ets",
            "etablissements",
            "etablissement",
            "entreprise",
            "cie",
            "compagnie",
            "groupe",
            "group",
            "holding",
            "maison",
            "association",
            "assoc");
    private static final Set<String> SMALL = Set.of(
            "de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "the", "of", "and", "und", "der", "die", "das");

    private LegalForms() {}

    /** The words that name the organisation; all of them when it is called by nothing else. */
    static List<String> without(String key) {
        var words = Arrays.asList(key.split(" "));
        var telling = words.stream()
                .filter(w -> !w.isEmpty() && !FORMS.contains(w) && !SMALL.contains(w))
                .toList();
        return telling.isEmpty() ? words.stream().filter(w -> !w.isEmpty()).toList() : telling;
    }
}
