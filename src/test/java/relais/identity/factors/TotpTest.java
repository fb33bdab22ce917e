package relais.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

class TotpTest {
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void theCodesAreThoseOfTheStandard() {
        // RFC 6238, appendix B: the last six of eight digits
        assertThat(code(59)).isEqualTo("287082");
        assertThat(code(1111111109)).isEqualTo("081804");
        assertThat(code(1111111111)).isEqualTo("050471");
        assertThat(code(1234567890)).isEqualTo("005924");
        assertThat(code(2000000000)).isEqualTo("279037");
        assertThat(code(20000000000L)).isEqualTo("353130");
    }

    @Test
    void aCodeHoldsHalfAMinuteBeforeAndAfterAndNoLonger() {
        var now = Instant.ofEpochSecond(1_900_000_000);
        assertThat(Totp.step(SECRET, code(now.getEpochSecond() - 30), now, 0)).isPresent();
        assertThat(Totp.step(SECRET, code(now.getEpochSecond() + 30), now, 0)).isPresent();
        assertThat(Totp.step(SECRET, code(now.getEpochSecond() - 61), now, 0)).isEmpty();
        assertThat(Totp.step(SECRET, code(now.getEpochSecond() + 61), now, 0)).isEmpty();
    }

    @Test
    void aStepThatWasUsedIsNotTakenAgain() {
        var now = Instant.ofEpochSecond(1_900_000_000);
        long step = Totp.step(now);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, step - 1)).hasValue(step);
    }

    @Test
    void aClockThatIsMinutesWrongIsRecognisedButOpensNothing() {
        var now = Instant.ofEpochSecond(1_900_000_000);
        var code = code(now.getEpochSecond() - 600);
        assertThat(Totp.step(SECRET, code, now, 0)).isEmpty();
        assertThat(Totp.wrongClock(SECRET, code, now)).isTrue();
    }

    @Test
    void spacesAreNoMistakeAndOtherSignsAreNoCode() {
        var now = Instant.ofEpochSecond(59);
        assertThat(Totp.step(SECRET, " 287 082 ", now, 0)).isPresent();
        for (var typed : new String[] {"", "28708", "2870820", "28708a", "٢٨٧٠٨٢", "'; DROP TABLE"}) {
            assertThat(Totp.step(SECRET, typed, now, 0)).as(typed).isEmpty();
        }
    }

    private static String code(long second) {
        return Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)));
    }
}
