package relais.customers.duplicates;

/** A key under which words that sound alike in French, English or German stand together. */
final class Sounds {
    private static final int LONGEST = 6;
    private static final String[][] SPELLINGS = {
        {"eaux", "o"},
        {"eau", "o"},
        {"aux", "o"},
        {"au", "o"},
        {"sch", "s"},
        {"tch", "s"},
        {"ch", "s"},
        {"sh", "s"},
        {"ph", "f"},
        {"th", "t"},
        {"gn", "n"},
        {"gh", "g"},
        {"kh", "k"},
        {"rh", "r"},
        {"ck", "k"},
        {"cq", "k"},
        {"qu", "k"},
        {"gu", "g"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"ge", "je"},
        {"gi", "ji"},
        {"tz", "s"},
        {"x", "ks"},
        {"c", "k"},
        {"q", "k"},
        {"w", "v"},
        {"y", "i"},
        {"z", "s"},
        {"d", "t"},
        {"b", "p"},
        {"m", "n"}
    };

    private Sounds() {}

    /** The key of one folded word; empty for an empty one. */
    static String of(String word) {
        var text = word;
        for (var spelling : SPELLINGS) {
            if (text.contains(spelling[0])) {
                text = text.replace(spelling[0], spelling[1]);
            }
        }
        var key = new StringBuilder(LONGEST);
        char last = 0;
        for (int i = 0; i < text.length() && key.length() < LONGEST; i++) {
            char c = text.charAt(i);
            boolean heard = i == 0 || "aeiouh ".indexOf(c) < 0;
            if (heard && c != last) {
                key.append(vowel(c) ? 'a' : c);
            }
            last = c;
        }
        return key.toString();
    }

    /** Which vowel a name begins with is what people spell differently first. */
    private static boolean vowel(char c) {
        return "aeiouh".indexOf(c) >= 0;
    }
}
