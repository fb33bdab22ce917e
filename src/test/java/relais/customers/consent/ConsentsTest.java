package relais.customers.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Forbidden;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ConsentsTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Consents consents;

    @Autowired
    Undo undo;

    private UUID customer(String name) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", name),
                        w -> w.create("customer", Values.object().put("name", name)))
                .result()
                .id());
    }

    private UUID say(UUID id, boolean given, Instant at, Channel... channels) {
        return world.asAdministrator(() -> consents.note(
                        id,
                        "",
                        new Consents.Said(Purpose.MARKETING, List.of(channels), given, at, "v3", "comptoir", "n° 12"))
                .operation());
    }

    private boolean allows(UUID id, Channel channel) {
        return world.asAdministrator(() -> consents.allows(id, Purpose.MARKETING, channel));
    }

    private String held(UUID id) {
        return world.asAdministrator(() ->
                records.find("customer", id).orElseThrow().value("consents").toString());
    }

    @Test
    void whoSaidNothingDidNotAgreeAndTheLatestWordCounts() {
        var id = customer("Sophie Lemoine");
        assertThat(allows(id, Channel.EMAIL)).isFalse();
        say(id, true, null, Channel.EMAIL, Channel.SMS);
        assertThat(allows(id, Channel.EMAIL)).isTrue();
        assertThat(allows(id, Channel.POST)).isFalse();
        assertThat(world.asAdministrator(() -> consents.allows(id, Purpose.PARTNERS, Channel.EMAIL)))
                .isFalse();
        assertThat(held(id)).isEqualTo("[\"marketing.email\",\"marketing.sms\"]");
        var refusal = say(id, false, null, Channel.EMAIL);
        assertThat(allows(id, Channel.EMAIL)).isFalse();
        assertThat(held(id)).isEqualTo("[\"marketing.sms\"]");
        world.asAdministrator(() -> undo.undo(refusal));
        assertThat(allows(id, Channel.EMAIL)).isTrue();
        assertThat(held(id)).contains("marketing.email");
    }

    @Test
    void anOlderAgreementNotedLaterDoesNotOverruleARefusal() {
        var id = customer("Thomas Kervella");
        say(id, false, null, Channel.PHONE);
        say(id, true, Instant.parse("2024-01-01T00:00:00Z"), Channel.PHONE);
        assertThat(allows(id, Channel.PHONE)).isFalse();
    }

    @Test
    void theLedgerIsNotRewritten() {
        var id = customer("Nora Benali");
        say(id, true, null, Channel.EMAIL);
        var line =
                world.asAdministrator(() -> consents.ledger(id, null).getFirst().id());
        var values = Values.object().put("state", "refused");
        assertThatThrownBy(() -> world.asAdministrator(
                        () -> records.write(Intent.of("x"), w -> w.update("consent", line, null, values))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> world.as(
                        world.verdier(),
                        world.verdier().agent(),
                        () -> records.write(Intent.of("x"), w -> w.delete("consent", line, null))))
                .isInstanceOf(Forbidden.class);
        assertThat(allows(id, Channel.EMAIL)).isTrue();
    }

    @Test
    void thePanelNotesAndShowsAndTheListFilters() {
        var id = customer("Filtrée Duval");
        var browser = world.browserOf(world.verdier().agent());
        var base = "/customers/" + id + "/consents";
        assertThat(browser.page(base).text()).contains("Sans accord, rien ne part");
        assertThat(browser.htmx("POST", base, "purpose", "marketing").statusCode())
                .isEqualTo(422);
        var noted = browser.htmx(
                "POST", base, "purpose", "marketing", "channels", "email", "state", "given", "wording", "Bulletin v2");
        assertThat(noted.statusCode()).isEqualTo(200);
        assertThat(noted.body()).contains("Offres et nouvelles", "Bulletin v2");
        var filter = "{\"field\":\"consents\",\"op\":\"is\",\"values\":[\"marketing.email\"]}";
        var list = browser.page("/customers?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        assertThat(list.text()).contains("Filtrée Duval");
    }

    @Test
    void inTheTrashNobodyAgrees() {
        var id = customer("Partie");
        say(id, true, null, Channel.EMAIL);
        world.asAdministrator(() -> records.write(Intent.of("record.delete"), w -> w.delete("customer", id, null)));
        assertThat(allows(id, Channel.EMAIL)).isFalse();
    }
}
