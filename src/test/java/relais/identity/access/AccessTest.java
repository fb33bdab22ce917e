package relais.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.door.SignInRules;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class AccessTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    SignInRules rules;

    @Test
    void anAdministratorDecidesWhoNeedsASecondFactorAndTheJournalKeepsIt() {
        var browser = world.browserOf(world.kerval().administrator());
        assertThat(browser.post("/settings/sign-in/rule", "demanded", "everybody")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.page("/settings/sign-in")
                        .select("#demanded option[selected]")
                        .val())
                .isEqualTo("everybody");
        assertThat(browser.page("/settings/team/journal").text()).contains("Règle de connexion changée");
        var agent =
                world.browser().post("/sign-in", "email", world.kerval().agent().email(), "password", World.PASSWORD);
        assertThat(agent.headers().firstValue("Location")).hasValue("/sign-in/enrolment");
        assertThat(browser.post("/settings/sign-in/rule", "demanded", "whoever").statusCode())
                .isEqualTo(409);
        rules.set(world.kerval().id(), new SignInRules.Rule(SignInRules.Demanded.NOBODY, false));
    }

    @Test
    void theSessionsOfAColleagueEndAtOnceAndThoseOfStrangersAreOutOfReach() {
        var colleague = world.browserOf(world.verdier().agent());
        var stranger = world.browserOf(world.kerval().agent());
        var administrator = world.browserOf(world.verdier().administrator());
        var path = "/settings/sign-in/people/%s/sessions/end";
        administrator.post(path.formatted(world.verdier().agent().id()));
        assertThat(colleague.get("/account").statusCode()).isEqualTo(302);
        assertThat(administrator
                        .post(path.formatted(world.kerval().agent().id()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aLostPhoneIsTakenOffTheAccountByAnAdministratorButNotByOneself() {
        var person = world.verdier().manager();
        sql.execute(
                "INSERT INTO identity.authenticator_app (account_id, secret, confirmed_at) VALUES (?, 'x', now())",
                person.id());
        var administrator = world.browserOf(world.verdier().administrator());
        assertThat(administrator.page("/settings/sign-in").text()).contains("Double vérification");
        var path = "/settings/sign-in/people/%s/factors/removal";
        assertThat(administrator.post(path.formatted(person.id())).statusCode()).isEqualTo(303);
        world.browserOf(person);
        assertThat(administrator
                        .post(path.formatted(world.verdier().administrator().id()))
                        .statusCode())
                .isEqualTo(409);
    }
}
