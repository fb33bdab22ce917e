package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import relais.world.TestDatabase;

class ExternalPostgresTest {
    private final DatabaseServer given = TestDatabase.server(TestDatabase.fresh());
    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void nameTheServerInTheEnvironment() {
        environment
                .withProperty("relais.database.url", given.url().substring("jdbc:".length()))
                .withProperty("relais.database.user", given.application().user())
                .withProperty("relais.database.password", given.application().password())
                .withProperty("relais.database.owner", given.owner().user())
                .withProperty("relais.database.owner.password", given.owner().password());
    }

    @Test
    void aServerThatIsGivenIsUsedAsItIs() {
        ExternalPostgres server = ExternalPostgres.reach(environment);
        assertThat(server.url()).isEqualTo(given.url());
        assertThat(Migrations.run(
                        server.url(), server.owner(), server.application().user()))
                .isZero();
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() {
        environment.withProperty("relais.database.password", "guessed");
        assertThatThrownBy(() -> ExternalPostgres.reach(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not let relais in")
                .hasMessageNotContaining("guessed");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        environment.withProperty("relais.database.url", "jdbc:postgresql://127.0.0.1:1/relais");
        assertThatThrownBy(() -> ExternalPostgres.reach(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void theApplicationMayNotBeTheOwnerOfTheTables() {
        environment.withProperty("relais.database.user", given.owner().user());
        assertThatThrownBy(() -> ExternalPostgres.reach(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Relais needs two roles");
    }
}
