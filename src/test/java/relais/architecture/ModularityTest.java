package relais.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import relais.Relais;

class ModularityTest {
    @Test
    void theModulesKeepToTheirMap() {
        ApplicationModules.of(Relais.class).verify();
    }
}
