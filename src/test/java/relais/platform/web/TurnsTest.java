package relais.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class TurnsTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whoseQuestionTakesLongKeepsNobodyElseWaiting() throws Exception {
        var agent = world.browserOf(world.verdier().agent());
        agent.get("/customers");
        var waiting = new ArrayList<CompletableFuture<Integer>>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.connection(c -> c.createStatement().execute("LOCK TABLE customers.customer IN ACCESS EXCLUSIVE MODE"));
            int turns = Runtime.getRuntime().availableProcessors() + 1;
            for (int i = 0; i < turns; i++) {
                waiting.add(status("/customers"));
            }
            assertThat(status("/account").orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo(200);
            assertThat(waiting).as("they still wait").noneMatch(CompletableFuture::isDone);
        });
        for (var answer : waiting) {
            assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void everybodyIsServedWhenManyComeAtOnce() throws Exception {
        var answers = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 60; i++) {
            answers.add(status("/customers"));
        }
        for (var answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    private CompletableFuture<Integer> status(String path) {
        var browser = world.browserOf(world.verdier().agent());
        return CompletableFuture.supplyAsync(() -> browser.get(path).statusCode(), Thread::startVirtualThread);
    }
}
