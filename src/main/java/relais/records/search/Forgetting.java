package relais.records.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.text.Fold;

/** Takes the words of erased names out of what typing errors are guessed from. */
@Component
public class Forgetting {
    private final Variants variants;

    Forgetting(Variants variants) {
        this.variants = variants;
    }

    /** Forgets the words of these names that no other record has. */
    @Transactional
    public void names(Collection<String> names) {
        variants.forget(names.stream()
                .flatMap(n -> Arrays.stream(Fold.key(n).split(" ")))
                .collect(Collectors.toSet()));
    }
}
