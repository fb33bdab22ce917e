package relais.customers.privacy;

import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** Erases those whose time is over by a rule, one after the other, each in a transaction of its own. */
@Component
class RetentionJob implements JobHandler {
    static final String NAME = "privacy.retention";
    private static final int AT_ONCE = 50;

    private final Retentions retentions;
    private final Erasures erasures;

    RetentionJob(Retentions retentions, Erasures erasures) {
        this.retentions = retentions;
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext job) {
        var id = UUID.fromString(job.data());
        var passed = new HashSet<UUID>();
        boolean more = true;
        while (more && !job.stopping()) {
            var due = retentions.due(retentions.one(id), AT_ONCE + passed.size()).stream()
                    .filter(d -> !passed.contains(d.id()))
                    .toList();
            due.stream().takeWhile(d -> !job.stopping()).forEach(d -> {
                if (!erased(d.id(), id)) {
                    passed.add(d.id());
                }
            });
            more = !due.isEmpty();
        }
    }

    /** Somebody else may have held or erased them meanwhile. */
    private boolean erased(UUID customer, UUID rule) {
        try {
            erasures.erase(customer, "retention", rule);
            return true;
        } catch (Refused | NotFound meanwhile) {
            return false;
        }
    }
}
