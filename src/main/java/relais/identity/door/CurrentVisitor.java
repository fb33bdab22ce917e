package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Directory;
import relais.ui.FaceVisitors;
import relais.ui.Visitor;

/** Tells the shell who is signed in. */
@Component
class CurrentVisitor implements FaceVisitors {
    private final Directory directory;

    CurrentVisitor(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return Visit.of(request).map(this::visitor);
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
