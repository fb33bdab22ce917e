package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ThrottleTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    Throttle throttle;

    @BeforeEach
    void nothingCountedYet() {
        sql.execute("DELETE FROM identity.throttle");
    }

    @Test
    void afterTenWrongPasswordsTheRightOneMustWaitTooAndTheAnswerSaysHowLong() {
        var browser = world.browser();
        var email = world.verdier().agent().email();
        for (int i = 0; i < 10; i++) {
            assertThat(browser.post("/sign-in", "email", email, "password", "faux " + i)
                            .statusCode())
                    .isEqualTo(422);
        }
        var slowed = browser.post("/sign-in", "email", email, "password", World.PASSWORD);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.page(slowed).text()).contains("Trop d’essais");
    }

    @Test
    void unknownAddressesAreSlowedDownAlike() {
        var browser = world.browser();
        var codes = new ArrayList<Integer>();
        for (int i = 0; i < 11; i++) {
            codes.add(browser.post("/sign-in", "email", "nobody@nowhere.example", "password", "x" + i)
                    .statusCode());
        }
        assertThat(codes).endsWith(422, 429);
    }

    @Test
    void strangersCannotLockTheOwnerOutOfAKnownDevice() {
        var person = world.verdier().manager();
        var own = world.browserOf(person);
        own.post("/sign-out");
        var stranger = world.browser();
        for (int i = 0; i < 11; i++) {
            stranger.post("/sign-in", "email", person.email(), "password", "faux " + i);
        }
        assertThat(stranger.post("/sign-in", "email", person.email(), "password", "x")
                        .statusCode())
                .isEqualTo(429);
        own.signIn(person.email(), World.PASSWORD);
    }

    @Test
    void aDeviceKnownForOneAccountIsAStrangerToAnother() {
        var browser = world.browserOf(world.verdier().reader());
        browser.post("/sign-out");
        int last = 0;
        for (int i = 0; i < 11; i++) {
            last = browser.post("/sign-in", "email", world.verdier().agent().email(), "password", "faux")
                    .statusCode();
        }
        assertThat(last).isEqualTo(429);
        world.browserOf(world.verdier().administrator());
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        for (int i = 0; i < 60; i++) {
            assertThat(throttle.attempt(Throttle.Keys.stranger("user" + i, "192.0.2.7")))
                    .isEmpty();
        }
        assertThat(throttle.attempt(Throttle.Keys.stranger("one more", "192.0.2.7")))
                .isPresent();
        assertThat(throttle.attempt(Throttle.Keys.stranger("one more", "192.0.2.8")))
                .isEmpty();
    }

    @Test
    void anIpv6NetworkIsOnePlace() {
        assertThat(Throttle.Keys.stranger("a", "2001:db8:1:2::1"))
                .isEqualTo(Throttle.Keys.stranger("a", "2001:db8:1:2:ffff::9"));
        assertThat(Throttle.Keys.stranger("a", "2001:db8:1:2::1"))
                .isNotEqualTo(Throttle.Keys.stranger("a", "2001:db8:1:3::1"));
    }

    @Test
    void attemptsAtOnceAreAllCounted() throws Exception {
        try (var executor = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 50; i++) {
                tasks.add(() -> throttle.attempt(Throttle.Keys.stranger("many", "192.0.2.9"))
                        .isEmpty());
            }
            long let = 0;
            for (var result : executor.invokeAll(tasks)) {
                let += result.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(10);
        }
    }
}
