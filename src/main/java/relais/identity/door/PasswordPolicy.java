package relais.identity.door;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: long, not common, not made of what everybody knows about the person. */
@Component
public class PasswordPolicy {
    /** The fewest characters of a password. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    private static final int LEAST_SCORE = 3;
    private static final int SIGNS_BESIDE_WORDS = 7;
    private static final List<String> FRENCH = List.of(
            "motdepasse",
            "azerty",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "bonjour",
            "soleil",
            "doudou",
            "chouchou",
            "loulou",
            "marseille",
            "toulouse",
            "paris",
            "france",
            "bienvenue",
            "secret",
            "administrateur",
            "societe",
            "entreprise",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "printemps",
            "automne",
            "hiver",
            "relais",
            "client",
            "jetaime",
            "amour",
            "chocolat");

    private final Zxcvbn strength = new Zxcvbn();

    /** The message key of what is wrong with the password, if anything is. */
    public Optional<String> problem(String password, String... known) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("password.short");
        }
        if (length > LONGEST) {
            return Optional.of("password.long");
        }
        var words = words(known);
        var typed = password.toLowerCase(Locale.ROOT);
        if (List.of(known).stream().anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(typed))) {
            return Optional.of("password.own");
        }
        if (mostlyKnown(typed, words)) {
            return Optional.of("password.common");
        }
        var measured = strength.measure(password.substring(0, Math.min(password.length(), 60)), words);
        return measured.getScore() < LEAST_SCORE ? Optional.of("password.common") : Optional.empty();
    }

    /** Own names, the company's or everyday words with a few signs around them. */
    private static boolean mostlyKnown(String typed, List<String> words) {
        var left = typed;
        for (var word : words) {
            left = left.replace(word, "");
        }
        return left.length() < SIGNS_BESIDE_WORDS && left.length() < typed.length();
    }

    private static List<String> words(String... known) {
        var words = new ArrayList<>(FRENCH);
        for (var text : known) {
            words.add(text.toLowerCase(Locale.ROOT));
            words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        }
        words.removeIf(word -> word.length() < 3);
        return words;
    }
}
