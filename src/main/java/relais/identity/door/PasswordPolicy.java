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
    private static final int LEAST_SCORE = 2;
    private static final List<String> FRENCH = List.of(
            "motdepasse", "azerty", "azertyuiop", "qsdfghjklm", "wxcvbn", "bonjour", "soleil", "doudou", "chouchou",
            "loulou", "marseille", "toulouse", "paris", "france", "bienvenue", "secret", "administrateur", "societe",
            "entreprise", "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre",
            "novembre", "decembre", "printemps", "automne", "hiver", "relais", "client", "jetaime", "amour", "chocolat");

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
        var measured = strength.measure(password.substring(0, Math.min(password.length(), 60)), words);
        return measured.getScore() < LEAST_SCORE ? Optional.of("password.common") : Optional.empty();
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
