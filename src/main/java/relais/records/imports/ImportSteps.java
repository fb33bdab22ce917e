package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Step;
import relais.ui.Words;

/** The four steps of an import. */
final class ImportSteps {
    private static final String[] KEYS = {"file", "columns", "trial", "run"};

    private ImportSteps() {}

    static List<Step> at(@Nullable UUID id, int current) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < KEYS.length; i++) {
            var label = Words.t("imports.step." + KEYS[i]);
            var state = i < current ? Step.State.DONE : i == current ? Step.State.CURRENT : Step.State.TO_COME;
            boolean leads = i == 1 && state == Step.State.DONE && id != null;
            steps.add(leads ? new Step(label, state, "/imports/" + id + "/columns") : new Step(label, state));
        }
        return steps;
    }
}
