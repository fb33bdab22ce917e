package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToastsTest {
    @Test
    void longSentencesAreCutWithoutSplittingACharacter() {
        assertThat(Toasts.cut("Fiche modifiée")).isEqualTo("Fiche modifiée");
        assertThat(Toasts.cut("é".repeat(5000))).hasSize(120).endsWith("é…");
        assertThat(Toasts.cut("é".repeat(118) + "😀😀")).isEqualTo("é".repeat(118) + "…");
    }
}
