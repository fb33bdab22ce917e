package relais.records.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

class FormVersionTest {
    @Test
    void aVersionIsASmallNumberOrIsMissing() {
        assertThat(FormVersion.of(form("12"))).isEqualTo(12);
        assertThat(FormVersion.of(MultiValueMap.fromMultiValue(Map.of()))).isZero();
    }

    @Test
    void anythingElseIsABadRequest() {
        for (var bad : new String[] {"abc", "", "99999999999", "-1", "1.5"}) {
            assertThatThrownBy(() -> FormVersion.of(form(bad))).as(bad).isInstanceOf(ResponseStatusException.class);
        }
    }

    private static MultiValueMap<String, String> form(String version) {
        return MultiValueMap.fromMultiValue(Map.of("version", List.of(version)));
    }
}
