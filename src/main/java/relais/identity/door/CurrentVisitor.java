package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.identity.Accounts;
import relais.identity.Action;
import relais.identity.Directory;
import relais.ui.FaceVisitors;
import relais.ui.Visitor;

/** Tells the shell who is signed in. */
@Component
class CurrentVisitor implements FaceVisitors {
    private final Directory directory;
    private final Accounts accounts;
    private final Sessions sessions;

    CurrentVisitor(Directory directory, Accounts accounts, Sessions sessions) {
        this.directory = directory;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return Visit.of(request).map(this::visitor);
    }

    @Override
    public void speaks(HttpServletRequest request, Locale language) {
        Visit.of(request).map(Visit::account).ifPresent(account -> {
            accounts.profile(account.id(), account.name(), language, account.zone());
            sessions.changed();
        });
    }

    private Visitor visitor(Visit visit) {
        var actor = visit.actor();
        return new Visitor(
                actor.id(),
                actor.name(),
                actor.workspace(),
                visit.workspace().name(),
                actor.sites().stream().findFirst().flatMap(directory::name).orElse(""),
                visit.workspaces().stream()
                        .map(workspace -> new Visitor.Workspace(workspace.id(), workspace.name()))
                        .toList(),
                actor.locale(),
                actor.zone(),
                actor.may("workspace", Action.CONFIGURE));
    }
}
