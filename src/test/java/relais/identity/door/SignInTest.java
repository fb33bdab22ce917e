package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class SignInTest {
    @Autowired
    World world;

    @Test
    void aPersonSignsInAndSeesTheirPages() {
        var browser = world.browserOf(world.verdier().agent());
        assertThat(browser.cookie("sid")).hasSize(43);
        assertThat(browser.page("/account").text()).contains("Claire Aubry");
    }

    @Test
    void aWrongPasswordKeepsTheAddressAndSaysSo() {
        var browser = world.browser();
        var response = browser.post("/sign-in", "email", "claire.aubry@verdier.example", "password", "autre chose");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(browser.page(response).selectFirst("#email").val()).isEqualTo("claire.aubry@verdier.example");
        assertThat(browser.page(response).text()).contains("ne vont pas ensemble");
        assertThat(browser.cookie("sid")).isEmpty();
    }

    @Test
    void aPageAskedForBeforeSignInIsOpenedAfterIt() {
        var browser = world.browser();
        var refused = browser.get("/account?x=1");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location")).hasValue("/sign-in?to=%2Faccount%3Fx%3D1");
        var hidden = browser.page("/sign-in?to=%2Faccount%3Fx%3D1")
                .selectFirst("input[name=to]")
                .val();
        var in = browser.post(
                "/sign-in", "email", world.verdier().agent().email(), "password", World.PASSWORD, "to", hidden);
        assertThat(in.headers().firstValue("Location")).hasValue("/account?x=1");
    }

    @Test
    void signInNeverLeadsToAnotherSite() {
        for (var evil :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example"}) {
            var browser = world.browser();
            var in = browser.post(
                    "/sign-in", "email", world.verdier().agent().email(), "password", World.PASSWORD, "to", evil);
            assertThat(in.headers().firstValue("Location")).as(evil).hasValue("/");
        }
    }
}
