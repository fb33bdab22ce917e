package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.identity.tokens.AccessTokens;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class PaceWebTest {
    private static final String CUSTOMERS = "/api/v1/customers?limit=1";
    private static final int ATTEMPTS = 200;

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Pace pace;

    @Test
    void aTokenThatAskedTooOftenIsToldWhenToComeBackAndOthersAreServed() throws Exception {
        var company = world.verdier();
        var person = company.administrator();
        var secret = tokens.make(company.id(), person.id(), "Pressé", List.of("*"), Duration.ofDays(1));
        var hurried = Program.with(context, secret);
        hurried.get(CUSTOMERS).is(200);
        var id = tokens.pass(secret).orElseThrow().token().id();
        var refused = exhausting(id, () -> hurried.get(CUSTOMERS)).problem(429, "pace.own");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.text("detail")).contains("12,000");
        Program.of(context, company, person, "*").get(CUSTOMERS).is(200);
    }

    /** Asks while somebody else with the same token takes whatever trickles in, again when a request came just before. */
    private Program.Answer exhausting(UUID token, Callable<Program.Answer> ask) throws Exception {
        var asked = new AtomicBoolean();
        var empty = new CountDownLatch(1);
        var other = Thread.ofPlatform().daemon().start(() -> {
            while (!asked.get()) {
                try {
                    pace.count(token);
                } catch (ApiProblem full) {
                    empty.countDown();
                }
            }
        });
        try {
            empty.await();
            var answer = ask.call();
            for (int i = 0; i < ATTEMPTS && answer.status() != 429; i++) {
                answer = ask.call();
            }
            return answer;
        } finally {
            asked.set(true);
            other.join();
        }
    }
}
