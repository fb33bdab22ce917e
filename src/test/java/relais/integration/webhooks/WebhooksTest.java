package relais.integration.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.TestDatabase;
import relais.world.World;

/** Messages to real servers that behave well and badly. */
@RelaisTest
class WebhooksTest {
    private static final List<String> ALL = List.of("created", "updated", "deleted", "restored", "erased");

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Records records;

    private final Receiver receiver = new Receiver();
    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        world.asAdministrator(() -> {
            made.forEach(webhooks::delete);
            return true;
        });
        receiver.close();
    }

    private Webhooks.Made subscribe(List<String> kinds, String criteria, World.Person owner) {
        return world.asAdministrator(() -> {
            var draft = new WebhookDraft(
                    "Entrepôt", receiver.url(), List.of("customer"), kinds, criteria, owner.id(), false);
            assertThat(webhooks.problems(draft)).isEmpty();
            var one = webhooks.create(draft);
            made.add(one.id());
            return one;
        });
    }

    private Webhooks.Made subscribe() {
        return subscribe(ALL, null, world.verdier().administrator());
    }

    private UUID customer(String name) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", name),
                        w -> w.create("customer", Values.object().put("name", name)))
                .result()
                .id());
    }

    private UUID tier(UUID id, String tier) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.update", ""),
                        w -> w.update("customer", id, null, Values.object().put("tier", tier)))
                .operation());
    }

    private List<Console.Line> lines(UUID webhook) {
        return world.asAdministrator(() -> context.getBean(Console.class).lines(webhook, "", null, 100));
    }

    @Test
    void aChangeArrivesSignedWithWhatChanged() {
        var hook = subscribe();
        var id = customer("Brasserie du Parc");
        tier(id, "gold");
        var messages = receiver.await(2);
        var first = messages.get(0);
        assertThat(first.type()).isEqualTo("customers.created");
        assertThat(first.path()).isEqualTo("/relais?canal=1");
        assertThat(first.changes().get(0).path("after").path("name").asString()).isEqualTo("Brasserie du Parc");
        assertThat(first.signedWith(hook.secret())).isTrue();
        assertThat(first.signedWith("whsec_" + "A".repeat(44))).isFalse();
        var second = messages.get(1);
        assertThat(second.type()).isEqualTo("customers.updated");
        assertThat(second.changes().get(0).path("id").asString()).isEqualTo(id.toString());
        assertThat(second.changes().get(0).path("before").path("tier").isNull()).isTrue();
        assertThat(second.changes().get(0).path("after").path("tier").asString())
                .isEqualTo("gold");
        assertThat(second.json().path("data").path("operation").path("intent").asString())
                .isEqualTo("record.update");
    }

    @Test
    void deletionUndoAndKindsAreToldApart() {
        subscribe(List.of("deleted", "restored"), null, world.verdier().administrator());
        var id = customer("Éphémère");
        var operation = world.asAdministrator(
                () -> records.write(Intent.of("record.delete", ""), w -> w.delete("customer", id, null))
                        .operation());
        world.asAdministrator(() -> context.getBean(Undo.class).undo(operation));
        receiver.await(2);
        assertThat(receiver.messages().stream().map(Receiver.Message::type))
                .containsExactly("customers.deleted", "customers.restored");
    }

    @Test
    void aTargetThatFailsIsAskedAgainWithTheSameIdAndInTheOrderOfEachRecord() {
        subscribe();
        receiver.answers(Receiver.status(500));
        var id = customer("Hôtel des Tilleuls");
        receiver.await(1);
        tier(id, "silver");
        tier(id, "platinum");
        receiver.await(2);
        receiver.answers(Receiver::ok);
        Receiver.until(
                () -> receiver.messages().stream().anyMatch(m -> m.text().contains("platinum")), () -> "no platinum");
        var ids = receiver.messages().stream().map(Receiver.Message::id).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(new HashSet<>(ids)).hasSize(3);
        var kinds = receiver.messages().stream()
                .map(m -> m.changes().get(0).path("versionAfter").asInt())
                .distinct()
                .toList();
        assertThat(kinds).containsExactly(1, 2, 3);
    }

    @Test
    void aTargetThatHangsIsLeftInTimeAndHoldsUpNobodyElse() throws Exception {
        var hook = subscribe();
        receiver.answers((message, client) -> Thread.sleep(20_000));
        try (var other = new Receiver()) {
            world.asAdministrator(() -> {
                var draft = new WebhookDraft(
                        "Rapide",
                        other.url(),
                        List.of(),
                        ALL,
                        null,
                        world.verdier().administrator().id(),
                        false);
                made.add(webhooks.create(draft).id());
                return true;
            });
            customer("Pressé");
            other.await(1);
            Receiver.until(() -> !attempts(hook.id()).isEmpty(), () -> "no attempt noted");
            assertThat(attempts(hook.id()).getFirst().problem()).isEqualTo("late");
            assertThat(attempts(hook.id()).getFirst().millis()).isBetween(2_000, 8_000);
        }
    }

    private List<Attempt> attempts(UUID webhook) {
        return lines(webhook).stream()
                .map(Console.Line::last)
                .flatMap(a -> Optional.ofNullable(a).stream())
                .toList();
    }

    @Test
    void twoGigabytesOfAnswerAreNotRead() {
        var hook = subscribe();
        receiver.answers((message, client) -> {
            Receiver.say(client, "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n");
            var block = new byte[1 << 16];
            for (int i = 0; i < 1 << 15; i++) {
                client.getOutputStream().write(block);
            }
        });
        customer("Bavard");
        Receiver.until(
                () -> lines(hook.id()).stream()
                        .anyMatch(l -> l.delivery().state().equals(Delivery.DELIVERED)),
                () -> lines(hook.id()).toString());
        assertThat(attempts(hook.id()).getFirst().answer()).hasSizeLessThanOrEqualTo(4_096);
        assertThat(attempts(hook.id()).getFirst().millis()).isLessThan(3_000);
    }

    @Test
    void aRedirectIsNotFollowedWhereverItPoints() throws Exception {
        var hook = subscribe();
        try (var inside = new Receiver()) {
            receiver.answers((message, client) -> Receiver.say(
                    client, "HTTP/1.1 302 Found\r\nLocation: " + inside.url() + "\r\nContent-Length: 0\r\n\r\n"));
            customer("Détourné");
            Receiver.until(() -> !attempts(hook.id()).isEmpty(), () -> "no attempt noted");
            assertThat(attempts(hook.id()).getFirst().problem()).isEqualTo("redirect");
            assertThat(inside.messages()).isEmpty();
        }
    }

    @Test
    void aSubscriptionTellsWhatItsOwnerMaySeeAndNothingElse() {
        var agent = world.verdier().agent();
        world.inTransaction(world.verdier(), () -> {
            context.getBean(Memberships.class).reach(world.verdier().id(), agent.id(), Reach.Extent.OWN);
            return true;
        });
        var hook = subscribe(ALL, null, agent);
        customer("Sans agence");
        world.asAdministrator(() -> records.write(
                Intent.of("record.create", ""),
                w -> w.create(
                        "customer",
                        Values.object()
                                .put("name", "De Lyon")
                                .put("site", world.verdier().lyon().toString()))));
        receiver.await(1);
        Receiver.until(
                () -> lines(hook.id()).stream()
                        .noneMatch(l -> l.delivery().state().equals(Delivery.WAITING)),
                () -> "still waiting");
        assertThat(receiver.messages()).hasSize(1);
        assertThat(receiver.messages().getFirst().text()).contains("De Lyon").doesNotContain("Sans agence");
        assertThat(lines(hook.id()).stream().map(l -> l.delivery().state()))
                .containsExactlyInAnyOrder(Delivery.DELIVERED, Delivery.NOTHING);
    }

    @Test
    void aConditionNarrowsWhatIsTold() {
        subscribe(
                ALL,
                "{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}",
                world.verdier().administrator());
        tier(customer("Argenté"), "silver");
        tier(customer("Doré"), "gold");
        receiver.await(1);
        assertThat(receiver.messages())
                .allSatisfy(m -> assertThat(m.json()
                                .path("data")
                                .path("operation")
                                .path("intent")
                                .asString())
                        .startsWith("record."));
        assertThat(receiver.messages().toString()).doesNotContain("Argenté");
    }

    @Test
    void manyRecordsOfOneOperationAreFewMessages() {
        var hook = subscribe();
        world.asAdministrator(() -> records.write(Intent.of("import", "x"), w -> {
            var creates = new ArrayList<Mutation>();
            for (int i = 0; i < 1_250; i++) {
                creates.add(new Mutation.Create(Ids.next(), Values.object().put("name", "Lot " + i)));
            }
            return w.apply("customer", creates);
        }));
        receiver.await(13);
        Receiver.until(
                () -> receiver.messages().stream()
                                .mapToInt(m -> m.changes().size())
                                .sum()
                        == 1_250,
                () -> "sum");
        assertThat(lines(hook.id())).hasSize(13);
    }

    @Test
    void aReplacedSecretSignsBesideTheNewOne() {
        var hook = subscribe();
        var fresh = world.asAdministrator(() -> webhooks.replaceSecret(hook.id()));
        customer("Rotation");
        var message = receiver.await(1).getFirst();
        assertThat(message.signedWith(hook.secret())).isTrue();
        assertThat(message.signedWith(fresh)).isTrue();
    }

    @Test
    void secretsLieEncrypted() {
        var hook = subscribe();
        var stored = TestDatabase.asSuperuser(c -> {
            try (var rows = c.createStatement()
                    .executeQuery("SELECT encode(secret, 'escape') FROM integration.webhook_state")) {
                var all = new StringBuilder();
                while (rows.next()) {
                    all.append(rows.getString(1));
                }
                return all.toString();
            }
        });
        assertThat(stored).isNotEmpty().doesNotContain(hook.secret().substring(6));
    }

    @Test
    void whoeverIsGoneStopsTheSubscriptionAndTheNextOneResumesIt() {
        var hook = subscribe();
        receiver.answers(Receiver.status(410));
        customer("Parti");
        Receiver.until(
                () -> world.asAdministrator(
                        () -> context.getBean(Console.class).health(hook.id()).stopped()),
                () -> "not stopped");
        receiver.answers(Receiver::ok);
        world.asAdministrator(() -> {
            webhooks.resume(hook.id());
            return true;
        });
        receiver.await(2);
        assertThat(receiver.messages().get(0).id())
                .isEqualTo(receiver.messages().get(1).id());
    }

    @Test
    void aTestMessageArrivesAndAnyMessageCanBeSentAgain() {
        var hook = subscribe();
        var delivery = world.asAdministrator(() -> webhooks.test(hook.id()));
        assertThat(receiver.await(1).getFirst().type()).isEqualTo("webhook.test");
        Receiver.until(
                () -> lines(hook.id()).getFirst().delivery().state().equals(Delivery.DELIVERED), () -> "waiting");
        world.asAdministrator(() -> webhooks.replay(hook.id(), Optional.of(delivery)));
        receiver.await(2);
        assertThat(receiver.messages().get(1).id())
                .isEqualTo(receiver.messages().get(0).id());
    }

    @Test
    void privateAndForgedTargetsAreRefused() {
        for (var url : List.of(
                "http://127.0.0.2/x",
                "http://10.0.0.7/x",
                "http://169.254.169.254/latest",
                "http://[::1]/x",
                "http://[::ffff:10.0.0.1]/x",
                "http://0.0.0.0/x",
                "https://user:word@127.0.0.1/x",
                "ftp://127.0.0.1/x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://")) {
            var draft = new WebhookDraft(
                    "X",
                    url,
                    List.of(),
                    ALL,
                    null,
                    world.verdier().administrator().id(),
                    false);
            var problems = world.asAdministrator(() -> webhooks.problems(draft));
            assertThat(problems).as(url).isNotEmpty();
            assertThat(problems.getFirst().field()).isEqualTo("url");
        }
    }

    @Test
    void withoutSubscriptionsNothingIsWrittenDown() {
        int before = noted();
        customer("Silence");
        assertThat(noted()).isEqualTo(before);
        subscribe();
        customer("Entendu");
        assertThat(noted()).isEqualTo(before + 1);
    }

    private static int noted() {
        return TestDatabase.asSuperuser(c -> {
            try (var rows = c.createStatement().executeQuery("SELECT count(*) FROM integration.delivery")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }
}
