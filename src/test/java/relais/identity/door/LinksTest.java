package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class LinksTest {
    private static final String FRESH = "sept renards prudents";

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    DSLContext sql;

    @Test
    void aLinkSetsANewPasswordOnceAndEndsEverySession() {
        var person = world.verdier().reader();
        var before = world.browserOf(person);
        var path = path(links.reset(person.id()));
        var browser = world.browser();
        assertThat(browser.get(path).headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(browser.post(path, "password", "court").statusCode()).isEqualTo(422);
        assertThat(browser.post(path, "password", FRESH).statusCode()).isEqualTo(303);
        assertThat(browser.page("/account").text()).contains(person.name());
        assertThat(before.get("/account").statusCode()).isEqualTo(302);
        assertThat(world.browser().get(path).statusCode()).isEqualTo(410);
        world.browser().signIn(person.email(), FRESH);
    }

    @Test
    void ofManyWhoUseItAtOnceOneSucceeds() throws Exception {
        var token = token(links.reset(world.verdier().manager().id()));
        try (var executor = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 8; i++) {
                tasks.add(() -> links.use(token));
            }
            int won = 0;
            for (var result : executor.invokeAll(tasks)) {
                won += result.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void aLinkGrowsOldAndANewerOneReplacesIt() {
        var person = world.verdier().agent();
        var first = token(links.reset(person.id()));
        var second = token(links.reset(person.id()));
        assertThat(links.find(first)).isEmpty();
        assertThat(links.find(second)).isPresent();
        sql.execute("UPDATE identity.one_time_link SET expires_at = expires_at - interval '25 hours'");
        assertThat(links.find(second)).isEmpty();
    }

    @Test
    void changingThePasswordClosesOpenLinks() {
        var person = world.kerval().agent();
        var token = token(links.reset(person.id()));
        var browser = world.browserOf(person);
        browser.post("/account/password", "current", World.PASSWORD, "fresh", FRESH);
        assertThat(links.find(token)).isEmpty();
    }

    @Test
    void linksAreStoredOnlyAsDigests() {
        var token = token(links.reset(world.verdier().administrator().id()));
        assertThat(sql.fetch("SELECT token_hash FROM identity.one_time_link").getValues(0, String.class))
                .contains(Tokens.digest(token))
                .doesNotContain(token);
    }

    @Test
    void anInventedLinkOpensNothing() {
        assertThat(world.browser().get("/links/" + Tokens.random()).statusCode())
                .isEqualTo(410);
    }

    static String path(String link) {
        return URI.create(link).getPath();
    }

    private static String token(String link) {
        return path(link).replace("/links/", "");
    }
}
