package relais.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Accounts;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.identity.Workspaces;
import relais.identity.door.SignInRules;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ProviderTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    Providers providers;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Accounts accounts;

    @Autowired
    Memberships memberships;

    @Autowired
    SignInRules rules;

    private FakeCompany company;
    private String slug;

    @BeforeEach
    void theCompanyHasAProvider() {
        company = new FakeCompany();
        slug = workspaces.find(world.verdier().id()).orElseThrow().slug();
        provider(Optional.empty(), false);
    }

    @AfterEach
    void andThenNoMore() {
        company.close();
        providers.remove(world.verdier().id());
        rules.set(world.verdier().id(), new SignInRules.Rule(SignInRules.Demanded.NOBODY, false));
    }

    private void provider(Optional<String> role, boolean trusted) {
        providers.set(new Provider(
                world.verdier().id(),
                "Verdier ID",
                company.issuer(),
                FakeCompany.CLIENT,
                FakeCompany.SECRET,
                List.of("verdier.example"),
                trusted,
                role));
    }

    @Test
    void somebodyOfTheCompanyEntersByItsProvider() {
        var browser = world.browser();
        assertThat(browser.page("/sign-in").select("a[href=/sign-in/provider/" + slug + "]"))
                .hasSize(1);
        var asked = depart(browser, "?to=%2Faccount");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", FakeCompany.CLIENT);
        assertThat(asked.get("redirect_uri")).endsWith("/sign-in/provider/callback");
        var in = arrive(
                browser, asked, claims(asked, world.verdier().agent().email()).build());
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue("/account");
        assertThat(browser.page("/account").text()).contains("Claire Aubry", "par l’annuaire de l’entreprise");
    }

    @Test
    void whatTheProviderAnswersIsBelievedOnlyWhenEverythingFits() throws Exception {
        var now = Instant.now();
        var stranger = new RSAKeyGenerator(2048).keyID("one").generate();
        record Lie(
                String what,
                java.util.function.UnaryOperator<JWTClaimsSet.Builder> claims,
                java.util.function.Function<JWTClaimsSet, String> signing,
                String said) {}
        java.util.function.Function<JWTClaimsSet, String> honest = company::signed;
        var lies = List.of(
                new Lie("another audience", c -> c.audience("other"), honest, "signée"),
                new Lie(
                        "two audiences without azp",
                        c -> c.audience(List.of(FakeCompany.CLIENT, "other")),
                        honest,
                        "signée"),
                new Lie("another issuer", c -> c.issuer("https://evil.example"), honest, "signée"),
                new Lie("another nonce", c -> c.claim("nonce", "guess"), honest, "signée"),
                new Lie("no nonce", c -> c.claim("nonce", null), honest, "signée"),
                new Lie("no subject", c -> c.subject(null), honest, "signée"),
                new Lie("expired", c -> c.expirationTime(Date.from(now.minusSeconds(600))), honest, "heure"),
                new Lie("made tomorrow", c -> c.issueTime(Date.from(now.plus(Duration.ofDays(1)))), honest, "heure"),
                new Lie("algorithm none", c -> c, c -> new PlainJWT(c).serialize(), "signée"),
                new Lie("a foreign key", c -> c, c -> FakeCompany.signed(c, stranger, JWSAlgorithm.RS256), "signée"),
                new Lie("our own secret as key", c -> c, ProviderTest::bySecret, "signée"),
                new Lie("no token at all", c -> c, c -> "nonsense", "signée"));
        for (var lie : lies) {
            var browser = world.browser();
            var asked = depart(browser, "");
            company.signing = lie.signing();
            var email = world.verdier().agent().email();
            var answer = arrive(
                    browser, asked, lie.claims().apply(claims(asked, email)).build());
            assertThat(answer.statusCode()).as(lie.what()).isEqualTo(403);
            assertThat(browser.page(answer).text()).as(lie.what()).contains(lie.said());
            assertThat(browser.cookie("sid")).as(lie.what()).isEmpty();
            company.signing = honest;
        }
    }

    private static String bySecret(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theAnswerBelongsToTheBrowserThatAskedAndServesOnce() {
        var browser = world.browser();
        var asked = depart(browser, "");
        var code = company.code(
                asked, claims(asked, world.verdier().agent().email()).build());
        var path = "/sign-in/provider/callback?code=" + code + "&state=" + asked.get("state");
        assertThat(world.browser().get(path).statusCode()).as("another browser").isEqualTo(403);
        assertThat(browser.get(path + "x").statusCode()).as("another state").isEqualTo(403);
        assertThat(browser.get(path).statusCode())
                .as("the question was used up")
                .isEqualTo(403);
        assertThat(browser.cookie("sid")).isEmpty();
    }

    @Test
    void aRefusalAtTheProviderIsSaidPlainly() {
        var browser = world.browser();
        var asked = depart(browser, "");
        var denied = browser.get("/sign-in/provider/callback?error=access_denied&error_description=%3Cb%3Ex&state="
                + asked.get("state"));
        assertThat(browser.page(denied).text()).contains("L’accès n’a pas été accordé chez Verdier ID");
        assertThat(denied.body()).doesNotContain("<b>x");
    }

    @Test
    void anAddressThatNobodyVerifiedOpensNothing() {
        var email = world.verdier().agent().email();
        for (var said : new Object[] {false, "false", "yes"}) {
            var answer = come(c -> c.claim("email", email).claim("email_verified", said));
            assertThat(answer.body()).as("%s", said).contains("vérifiée");
        }
        assertThat(come(c -> c.claim("email", email).claim("email_verified", null))
                        .body())
                .contains("vérifiée");
        provider(Optional.empty(), true);
        assertThat(come(c -> c.claim("email", email).claim("email_verified", null))
                        .statusCode())
                .isEqualTo(303);
        assertThat(come(c -> c.subject("other").claim("email", email).claim("email_verified", false))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theProviderSpeaksForItsDomainsAlone() {
        assertThat(come(c -> c.claim("email", world.kerval().agent().email())).body())
                .contains("domaine");
        assertThat(come(c -> c.claim("email", "claire.aubry@verdier.example.evil.example"))
                        .body())
                .contains("domaine");
        assertThat(come(c -> c.claim("email", null)).body()).contains("adresse e-mail");
        assertThat(come(c -> c.claim("email", "no address")).body()).contains("adresse e-mail");
    }

    @Test
    void strangersStayOutsideUnlessTheWorkspaceGivesThemARole() {
        assertThat(come(c -> c.subject("new").claim("email", "zoe@verdier.example"))
                        .body())
                .contains("invité");
        provider(Optional.of("reader"), false);
        var answer =
                come(c -> c.subject("new").claim("email", "zoe@verdier.example").claim("name", "Zoé Neuve"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var zoe = accounts.byEmail("zoe@verdier.example").orElseThrow();
        assertThat(zoe.name()).isEqualTo("Zoé Neuve");
        assertThat(memberships
                        .find(world.verdier().id(), zoe.id())
                        .orElseThrow()
                        .role()
                        .toString())
                .containsIgnoringCase("reader");
    }

    @Test
    void somebodyIsKnownByTheirSubjectWhateverTheirAddressBecomes() {
        var person = world.verdier().manager();
        assertThat(come(c -> c.subject("karim").claim("email", person.email())).statusCode())
                .isEqualTo(303);
        var browser = world.browser();
        var asked = depart(browser, "");
        arrive(
                browser,
                asked,
                claims(asked, "other@elsewhere.example").subject("karim").build());
        assertThat(browser.page("/account").text()).contains("Karim Haddad");
    }

    @Test
    void aProviderNeverOpensAnAccountThatServesInAnotherWorkspaceToo() {
        var person = world.verdier().reader();
        memberships.add(world.kerval().id(), person.id(), Role.ADMINISTRATOR, person.name(), true);
        var answer = come(c -> c.subject("hugo").claim("email", person.email()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("autre espace");

        var owner = world.browserOf(person);
        assertThat(owner.post("/account/provider", "password", "pas le bon").statusCode())
                .isEqualTo(422);
        var way = owner.page(owner.post("/account/provider", "password", World.PASSWORD))
                .select("a.pri")
                .attr("href");
        var asked = FakeCompany.form(URI.create(way).getRawQuery());
        var linked = arrive(
                owner, asked, claims(asked, person.email()).subject("hugo").build());
        assertThat(linked.headers().firstValue("Location")).hasValue("/account");

        var browser = world.browser();
        var again = depart(browser, "");
        arrive(browser, again, claims(again, person.email()).subject("hugo").build());
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.post("/workspaces/current", "to", world.kerval().id().toString())
                        .statusCode())
                .as("the provider of one workspace opens no other")
                .isEqualTo(404);
        sql.execute(
                "DELETE FROM identity.membership WHERE workspace_id = ? AND account_id = ?",
                world.kerval().id(),
                person.id());
    }

    @Test
    void somebodyWhoWasBarredStaysOutside() {
        var person = world.verdier().manager();
        memberships.disabled(world.verdier().id(), person.id(), true);
        var answer = come(c -> c.subject("barred").claim("email", person.email()));
        assertThat(answer.statusCode()).isEqualTo(403);
        memberships.disabled(world.verdier().id(), person.id(), false);
    }

    @Test
    void whereOnlyTheProviderOpensPasswordsOpenForAdministratorsAlone() {
        rules.set(world.verdier().id(), new SignInRules.Rule(SignInRules.Demanded.NOBODY, true));
        var agent = world.browser()
                .post("/sign-in", "email", world.verdier().agent().email(), "password", World.PASSWORD);
        assertThat(agent.statusCode()).isEqualTo(422);
        assertThat(agent.body()).contains("annuaire");
        var wrong = world.browser()
                .post("/sign-in", "email", world.verdier().agent().email(), "password", "faux");
        assertThat(world.browser().page(wrong).select(".alert").text()).contains("ne vont pas ensemble");
        world.browserOf(world.verdier().administrator());
    }

    @Test
    void aProviderThatSendsTooMuchOrNonsenseOrElsewhereIsCutOff() {
        company.lies.put("/token", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                var block = new byte[1 << 16];
                for (int i = 0; i < 1 << 15; i++) { // two gigabytes
                    out.write(block);
                }
            }
        });
        long before = System.nanoTime();
        assertThat(come(c -> c).statusCode()).isEqualTo(403);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        company.lies.put("/token", exchange -> FakeCompany.json(exchange, 200, "[".repeat(100_000)));
        assertThat(come(c -> c).body()).contains("OpenID Connect");
        company.lies.put("/token", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(come(c -> c).body()).contains("pas de réponse");
    }

    @Test
    void aProviderIsAskedBeforeItIsKept() {
        var administrator = world.browserOf(world.verdier().administrator());
        for (var issuer : new String[] {
            "http://169.254.169.254/latest",
            "https://10.0.0.1",
            "http://[::1]:80",
            "http://0.0.0.0",
            "https://100.64.0.1",
            "file:///etc/passwd",
            "https://user:pass@127.0.0.1",
            "gopher://127.0.0.1"
        }) {
            var answer = save(administrator, issuer);
            assertThat(answer.statusCode()).as(issuer).isEqualTo(422);
            assertThat(administrator.page(answer).select("#issuer-error"))
                    .as(issuer)
                    .hasSize(1);
        }
        company.lies.put(
                "/.well-known/openid-configuration",
                exchange -> FakeCompany.json(
                        exchange,
                        200,
                        company.described().replace(company.issuer() + "/token", "http://10.0.0.1/token")));
        assertThat(save(administrator, company.issuer()).body()).contains("réseau privé");
        company.lies.put(
                "/.well-known/openid-configuration",
                exchange -> FakeCompany.json(
                        exchange, 200, company.described().replace("\"issuer\":\"", "\"issuer\":\"x")));
        assertThat(save(administrator, company.issuer()).body()).contains("sous une autre adresse");
        company.lies.clear();
        assertThat(save(administrator, company.issuer()).statusCode()).isEqualTo(303);
    }

    @Test
    void theSecretIsNeverShownAgainAndNotGivenToAnotherIssuer() {
        var administrator = world.browserOf(world.verdier().administrator());
        assertThat(administrator.get("/settings/sign-in/provider").body()).doesNotContain("très secret");
        assertThat(sql.fetch("SELECT secret FROM identity.provider").getValues(0, String.class))
                .allMatch(stored -> !stored.contains("secret"));
        try (var other = new FakeCompany()) {
            var moved = administrator.post("/settings/sign-in/provider", form(other.issuer(), ""));
            assertThat(moved.statusCode()).isEqualTo(422);
            assertThat(administrator.page(moved).select("#secret-error")).hasSize(1);
        }
        assertThat(administrator
                        .post("/settings/sign-in/provider", form(company.issuer(), ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(providers.of(world.verdier().id()).orElseThrow().secret()).isEqualTo(FakeCompany.SECRET);
    }

    @Test
    void withSeveralProvidersTheAddressLeadsToTheRightOne() {
        providers.set(new Provider(
                world.kerval().id(),
                "Kerval ID",
                company.issuer(),
                "k",
                "k",
                List.of("kerval.example"),
                false,
                Optional.empty()));
        var browser = world.browser();
        assertThat(browser.page("/sign-in").select("a[href=/sign-in/company]")).hasSize(1);
        assertThat(browser.page("/sign-in/company?email=claire.aubry@verdier.example")
                        .select("a.pri")
                        .attr("href"))
                .isEqualTo("/sign-in/provider/" + slug);
        assertThat(browser.page("/sign-in/company?email=x@nowhere.example").select("a.pri"))
                .isEmpty();
        providers.remove(world.kerval().id());
    }

    private HttpResponse<String> save(Browser administrator, String issuer) {
        return administrator.post("/settings/sign-in/provider", form(issuer, FakeCompany.SECRET));
    }

    private static String[] form(String issuer, String secret) {
        return new String[] {
            "name",
            "Verdier ID",
            "issuer",
            issuer,
            "clientId",
            FakeCompany.CLIENT,
            "secret",
            secret,
            "domains",
            "verdier.example",
            "role",
            "none"
        };
    }

    private HttpResponse<String> come(java.util.function.UnaryOperator<JWTClaimsSet.Builder> claims) {
        var browser = world.browser();
        var asked = depart(browser, "");
        var email = world.verdier().agent().email();
        return arrive(
                browser,
                asked,
                claims.apply(claims(asked, email).subject(UUID.randomUUID().toString()))
                        .build());
    }

    private Map<String, String> depart(Browser browser, String query) {
        var away = browser.get("/sign-in/provider/" + slug + query);
        assertThat(away.statusCode()).as(away.body()).isEqualTo(302);
        var location = away.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(company.issuer() + "/authorize?");
        return FakeCompany.form(URI.create(location).getRawQuery());
    }

    private HttpResponse<String> arrive(Browser browser, Map<String, String> asked, JWTClaimsSet claims) {
        var code = company.code(asked, claims);
        return browser.get("/sign-in/provider/callback?code=" + code + "&state=" + asked.get("state"));
    }

    private JWTClaimsSet.Builder claims(Map<String, String> asked, String email) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(company.issuer())
                .audience(FakeCompany.CLIENT)
                .subject("subject of " + email)
                .claim("nonce", asked.get("nonce"))
                .claim("email", email)
                .claim("email_verified", true)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }
}
