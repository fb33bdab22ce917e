package relais.records.rights;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import relais.identity.Directory;
import relais.identity.RightsChanged;
import relais.records.changes.RecordsWritten;

/** What somebody may do is read again as soon as a role or a share changes, undo included. */
@Component
class RightsChanges {
    private static final Set<String> RIGHTS = Set.of(RoleDescription.NAME, ShareDescription.NAME);

    private final ApplicationEventPublisher events;
    private final Directory directory;

    RightsChanges(ApplicationEventPublisher events, Directory directory) {
        this.events = events;
        this.directory = directory;
    }

    @EventListener
    void rightsChanged(RecordsWritten written) {
        if (RIGHTS.contains(written.type().name())) {
            directory.changed();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    events.publishEvent(new RightsChanged());
                }
            });
        }
    }
}
