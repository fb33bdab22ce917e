package relais.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalPathTest {
    @Test
    void ownPathsAreKept() {
        assertThat(LocalPath.orHome("/customers?q=a%20b&sort=-name")).isEqualTo("/customers?q=a%20b&sort=-name");
        assertThat(LocalPath.or("/", "/operations")).isEqualTo("/");
    }

    @Test
    void whatABrowserCouldReadAsAnotherSiteIsNot() {
        for (var evil : new String[] {
            "",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/a\r\nb: c",
            "/a\\b",
            "https://evil.example",
            "javascript:alert(1)",
            "/\u0000",
            "/\u00a0/evil.example"
        }) {
            assertThat(LocalPath.or(evil, "/operations")).as(evil).isEqualTo("/operations");
        }
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
    }
}
