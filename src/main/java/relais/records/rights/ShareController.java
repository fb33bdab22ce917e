package relais.records.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.identity.team.TeamTab;
import relais.records.changes.Operated;
import relais.records.types.Snapshot;
import relais.ui.Option;
import relais.ui.Toasts;
import relais.ui.Words;

/** Who sees a record: with whom it is shared, and why somebody sees it. */
@Controller
@RequestMapping("/records/{object}/{id:[0-9a-f-]{36}}/access")
class ShareController {
    private final Shares shares;
    private final Whys whys;
    private final Directory directory;

    ShareController(Shares shares, Whys whys, Directory directory) {
        this.shares = shares;
        this.whys = whys;
        this.directory = directory;
    }

    @GetMapping
    ModelAndView show(@PathVariable String object, @PathVariable UUID id) {
        return panel(shares.record(object, id));
    }

    @PostMapping
    ModelAndView share(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "false") boolean writing,
            HttpServletResponse response) {
        var record = shares.record(object, id);
        say(response, shares.share(record, id(person), writing), "rights.shared", id(person));
        return panel(record);
    }

    @DeleteMapping("/{share}")
    ModelAndView withdraw(
            @PathVariable String object,
            @PathVariable UUID id,
            @PathVariable UUID share,
            HttpServletResponse response) {
        var record = shares.record(object, id);
        say(response, shares.withdraw(record, share), "rights.withdrawn", share);
        return panel(record);
    }

    @GetMapping("/why")
    ModelAndView why(
            @PathVariable String object, @PathVariable UUID id, @RequestParam(defaultValue = "") String person) {
        TeamTab.require();
        return new ModelAndView("records/rights/why", Map.of("why", whys.why(shares.record(object, id), id(person))));
    }

    private static UUID id(String person) {
        return person.matches("[0-9a-fA-F-]{36}") ? UUID.fromString(person) : new UUID(0, 0);
    }

    private void say(HttpServletResponse response, Operated<?> done, String key, UUID who) {
        var operation = done.operation();
        if (operation != null) {
            Toasts.undoable(response, Words.t(key, directory.name(who).orElse("")), operation);
        }
    }

    private ModelAndView panel(Snapshot record) {
        var all = shares.of(record).stream()
                .map(s -> new AccessPages.Share(
                        s.id(), s.person(), directory.name(s.person()).orElse(""), s.writing()))
                .toList();
        boolean administers = Actor.current().may(TeamTab.WORKSPACE, Action.CONFIGURE);
        return new ModelAndView(
                "records/rights/access",
                Map.of(
                        "panel",
                        new AccessPages.Panel(
                                "/records/" + record.type().name() + "/" + record.id() + "/access",
                                all,
                                shares.may(record) ? colleagues() : List.of(),
                                administers ? colleagues() : List.of())));
    }

    private List<Option> colleagues() {
        return directory.activeUsers().stream()
                .filter(u -> !u.invited())
                .map(u -> new Option(u.id().toString(), u.name()))
                .toList();
    }
}
