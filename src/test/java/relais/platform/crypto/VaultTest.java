package relais.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;

class VaultTest {
    private static final String KEY = "a key that is long enough to be one";

    @TempDir
    Path folder;

    @Test
    void whatIsSealedOpensAgainForTheSamePurposeOnly() {
        var vault = vault("", "");
        var sealed = vault.keep("provider 1", "très secret");
        assertThat(sealed).doesNotContain("secret");
        assertThat(vault.read("provider 1", sealed)).isEqualTo("très secret");
        assertThatThrownBy(() -> vault.read("provider 2", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatOneWorkspaceSealedNoOtherOpens() {
        var vault = vault("", "");
        var sealed = in(1, () -> vault.seal("webhook", "très secret"));
        assertThat(in(1, () -> vault.open("webhook", sealed))).isEqualTo("très secret");
        assertThatThrownBy(() -> in(2, () -> vault.open("webhook", sealed))).isInstanceOf(IllegalStateException.class);
    }

    private static <T> T in(long workspace, java.util.function.Supplier<T> work) {
        return ScopedValue.where(Tenancy.CURRENT, new UUID(0, workspace)).call(work::get);
    }

    @Test
    void theSameTextIsNeverSealedAlike() {
        var vault = vault("", "");
        assertThat(vault.keep("a", "x")).isNotEqualTo(vault.keep("a", "x"));
    }

    @Test
    void oneChangedSignIsNoticed() {
        var vault = vault("", "");
        var sealed = vault.keep("a", "x");
        char last = sealed.charAt(sealed.length() - 3);
        var changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);
        assertThatThrownBy(() -> vault.read("a", changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.read("a", "nothing of ours")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFormerKeyStillOpensWhatItSealed() {
        var sealed = vault(KEY, "").keep("a", "x");
        var print = vault(KEY, "").fingerprint("a", "x");
        var next = "another key that is long enough too";
        assertThat(vault(next, KEY).read("a", sealed)).isEqualTo("x");
        assertThat(vault(next, KEY).fingerprints("a", "x")).contains(print);
        assertThatThrownBy(() -> vault(next, "").read("a", sealed)).hasMessageContaining("RELAIS_SECRET_KEYS_FORMER");
    }

    @Test
    void theKeyOfTheDataFolderStillOpensOnceOneIsGiven() {
        var sealed = vault("", "").keep("a", "x");
        assertThat(vault(KEY, "").read("a", sealed)).isEqualTo("x");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> vault("secret", "")).hasMessageContaining("at least 32");
    }

    private Vault vault(String given, String former) {
        return new Vault(new Home(folder), given, former);
    }
}
