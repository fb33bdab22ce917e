package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quatre chevaux bleus",
                "correct horse battery staple",
                "Z7!k-vv3_pQ0x",
                "une très longue phrase que personne ne connaît et qui dépasse soixante-quatre signes",
                "пароль-без-словаря-42"
            })
    void goodPasswordsAreTakenWhateverTheirLetters(String password) {
        assertThat(policy.problem(password, "claire.aubry@verdier.example", "Claire Aubry"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "azertyuiopqs",
                "motdepasse123",
                "aaaaaaaaaaaaaaa",
                "claireaubry2026",
                "qwertyuiop12",
                "bonjourbonjour"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(policy.problem(password, "claire.aubry@verdier.example", "Claire Aubry"))
                .contains("password.common");
    }

    @Test
    void theOwnAddressIsNoPassword() {
        assertThat(policy.problem("Claire.Aubry@verdier.example", "claire.aubry@verdier.example"))
                .contains("password.own");
    }

    @Test
    void lengthCountsCharactersNotBytes() {
        assertThat(policy.problem("éèàùçôîûâêë")).contains("password.short");
        assertThat(policy.problem("x".repeat(201))).contains("password.long");
    }

    @Test
    void passwordsThatDifferOnlyAfter72BytesDiffer() {
        var passwords = new Passwords();
        var start = "é".repeat(36);
        assertThat(passwords.matches(start + "un", java.util.Optional.of(passwords.hash(start + "un"))))
                .isTrue();
        assertThat(passwords.matches(start + "deux", java.util.Optional.of(passwords.hash(start + "un"))))
                .isFalse();
    }
}
