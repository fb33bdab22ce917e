package relais.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ServerTimingTest {
    @Autowired
    World world;

    @Test
    void signedInPeopleAreToldHowLongTheServerTookAndStrangersAreNot() {
        var agent = world.browserOf(world.verdier().agent());
        for (var path : new String[] {"/customers", "/account", "/customers/" + UUID.randomUUID()}) {
            assertThat(agent.get(path).headers().firstValue("Server-Timing").orElse(""))
                    .as(path)
                    .matches("total;dur=\\d+\\.\\d\\d");
        }
        assertThat(world.browser().get("/sign-in").headers().map()).doesNotContainKey("Server-Timing");
    }
}
