package relais.records.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldInputTest {
    private static final Field FORMULA = field(
            choice("serenite_plus", "Sérénité +"), choice("serenite", "Sérénité"), choice("libre", "Formule libre"));

    @Test
    void aChoiceIsTakenByItsVeryWordsBeforeAnotherThatLooksLikeIt() {
        assertThat(read(FORMULA, "Sérénité")).isEqualTo("serenite");
        assertThat(read(FORMULA, "Sérénité +")).isEqualTo("serenite_plus");
        assertThat(read(FORMULA, "SÉRÉNITÉ +")).isEqualTo("serenite_plus");
        assertThat(read(FORMULA, "sérénité")).isEqualTo("serenite");
        assertThat(read(FORMULA, "serenite_plus")).isEqualTo("serenite_plus");
        assertThat(read(FORMULA, "formule-LIBRE")).isEqualTo("libre");
    }

    @Test
    void aWordThatTwoChoicesLookLikeIsNoneOfThem() {
        var twins = field(choice("a", "Été"), choice("b", "Été !"), choice("c", "Hiver"));
        assertThat(read(twins, "ete")).isEqualTo("choice.several");
        assertThat(read(twins, "été")).isEqualTo("a");
        assertThat(read(twins, "Automne")).isEqualTo("choice.unknown");
    }

    @Test
    void aCodeIsItsChoiceAlsoWhenAnotherIsCalledSo() {
        assertThat(read(field(choice("x", "full"), choice("full", "Complet")), "full"))
                .isEqualTo("full");
    }

    private static String read(Field field, String text) {
        return switch (FieldInput.read(field, text, Locale.FRENCH)) {
            case FieldInput.Result.Value v -> v.value().asString();
            case FieldInput.Result.Bad b -> b.problem().code();
        };
    }

    private static Choice choice(String code, String label) {
        return new Choice(code, Map.of("fr", label, "en", label));
    }

    private static Field field(Choice... choices) {
        return new Field(
                "custom.formula",
                FieldType.CHOICE,
                new Storage.Custom("formula", null),
                Map.of("fr", "Formule", "en", "Formula"),
                "custom",
                List.of(choices),
                null,
                Set.of());
    }
}
