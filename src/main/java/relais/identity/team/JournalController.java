package relais.identity.team;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.identity.Audit;
import relais.ui.Words;

/** What happened at the door and in the settings. */
@Controller
class JournalController {
    private static final int MOST = 200;

    private final Audit audit;
    private final TeamQueries team;

    JournalController(Audit audit, TeamQueries team) {
        this.audit = audit;
        this.team = team;
    }

    @GetMapping("/settings/team/journal")
    String show(Model model) {
        TeamTab.require();
        var lines = audit.latest(MOST).stream().map(JournalController::line).toList();
        model.addAttribute("page", new TeamPages.Journal(team.frame("/settings/team/journal"), lines));
        return "identity/team/journal";
    }

    private static TeamPages.Line line(Audit.Line line) {
        return new TeamPages.Line(
                line.at(),
                Words.t("audit." + line.kind().toLowerCase(Locale.ROOT)),
                line.actor(),
                line.subject(),
                line.ip());
    }
}
