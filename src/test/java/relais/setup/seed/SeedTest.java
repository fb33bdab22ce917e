package relais.setup.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Phones;
import relais.records.criteria.Criterion;
import relais.records.lists.ListQueries;
import relais.records.types.ObjectTypes;
import relais.world.RelaisTest;

@RelaisTest
class SeedTest {
    private static final UUID SITE = new UUID(1, 1);
    private static final Workspace NOWHERE = new Workspace(
            new UUID(2, 2), "w", "W", Locale.FRENCH, ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"), false);
    private static final SeedCompany IMAGINED =
            new SeedCompany(NOWHERE, Actors.system(NOWHERE), List.of(SITE), List.of(SITE));

    @Autowired
    Seed seed;

    @Autowired
    SeedPeople people;

    @Autowired
    ObjectTypes types;

    @Autowired
    ListQueries lists;

    @Test
    void theSameNumberIsAlwaysTheSameCustomerAndAnotherSeedMakesAnother() {
        var maker = new SeedCustomers(1, IMAGINED);
        assertThat(maker.of(17))
                .isEqualTo(new SeedCustomers(1, IMAGINED).of(17))
                .isNotEqualTo(maker.of(18));
        assertThat(new SeedCustomers(2, IMAGINED).of(17)).isNotEqualTo(maker.of(17));
    }

    @Test
    void everyNumberIsValidItsMailReachesNobodyAndNoTwoCustomersShareOne() {
        var maker = new SeedCustomers(1, IMAGINED);
        var phones = new HashSet<String>();
        var mails = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            var customer = maker.of(i);
            customer.path("phones").forEach(p -> {
                var number = p.path("value").asString();
                assertThat(Phones.parse(number, "FR")).contains(number);
                assertThat(phones.add(number)).as(number).isTrue();
            });
            var mail = customer.path("emails").path(0).path("value").asString();
            assertThat(mail).endsWith(".example");
            assertThat(mails.add(mail)).as(mail).isTrue();
        }
    }

    @Test
    void theHistoryIsSpreadOverEverybodyAndTheFirstHasALot() {
        var counts = SeedNotes.counts(1_000, 200_000);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(200_000);
        assertThat(counts[0]).isGreaterThanOrEqualTo(SeedNotes.HEAVY);
        assertThat(Arrays.stream(counts).min().orElseThrow()).isPositive();
        assertThat(Arrays.stream(SeedNotes.counts(10, 3)).sum()).isEqualTo(3);
    }

    @Test
    void aSeededWorkspaceHoldsWhatWasAskedFor() throws InterruptedException {
        var company = people.found("Semis d’essai", "une phrase assez longue");
        seed.fill(company, 1, 120, 300, (object, done, all) -> {});
        ScopedValue.where(Tenancy.CURRENT, company.workspace().id())
                .where(Actor.CURRENT, company.administrator())
                .run(() -> {
                    assertThat(count("customer")).isEqualTo(120);
                    assertThat(count("note")).isEqualTo(300);
                });
    }

    private int count(String object) {
        return lists.count(types.of(object), Criterion.everything()).n();
    }
}
