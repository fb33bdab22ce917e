package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class CrowdedTest {
    @Autowired
    World world;

    @Autowired
    Passwords passwords;

    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void theWorldIsMade() {
        world.verdier();
    }

    @AfterEach
    void theCrowdLeaves() {
        over.countDown();
    }

    @Test
    void whenTooManyPasswordsAreCheckedAtOnceTheAnswerIsToComeBackSoon() throws InterruptedException {
        var person = world.verdier().agent();
        var inside = world.browserOf(person);
        crowd();

        var outside = world.browser().post("/sign-in", "email", person.email(), "password", World.PASSWORD);
        assertThat(outside.statusCode()).isEqualTo(503);
        assertThat(outside.headers().firstValue("Retry-After")).isPresent();
        assertThat(world.browser().page(outside).text()).contains("Réessayez dans quelques secondes");
        assertThat(world.browser().page(outside).select("#email").val()).isEqualTo(person.email());

        var own = inside.post("/account/password", "current", World.PASSWORD, "fresh", "cinq chevaux verts");
        assertThat(own.statusCode()).isEqualTo(503);
        assertThat(own.headers().firstValue("Retry-After")).isPresent();
        assertThat(inside.page(own).text()).contains("Rien n’a été changé").doesNotContain("base de données");
    }

    /** As many as are let in, and they stay. */
    private void crowd() throws InterruptedException {
        int room = Math.max(2, Runtime.getRuntime().availableProcessors());
        var entered = new CountDownLatch(room);
        for (int i = 0; i < room; i++) {
            Thread.startVirtualThread(() -> passwords.bounded(() -> {
                entered.countDown();
                return stay();
            }));
        }
        entered.await();
    }

    private boolean stay() {
        try {
            over.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
