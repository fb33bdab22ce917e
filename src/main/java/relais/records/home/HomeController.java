package relais.records.home;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Actor;
import relais.records.Undo;
import relais.records.changes.Operation;
import relais.records.changes.OperationFilter;
import relais.records.changes.OperationSlice;
import relais.records.changes.Operations;
import relais.ui.Words;

/** The first page after signing in. */
@Controller
class HomeController {
    private static final int OPERATIONS = 10;
    private static final int REMEMBERED = 12;

    private final RecentRecords recent;
    private final Operations operations;
    private final Undo undo;

    HomeController(RecentRecords recent, Operations operations, Undo undo) {
        this.recent = recent;
        this.operations = operations;
        this.undo = undo;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "page", new HomePages.Show(Words.t("home.title"), recent.of(List.of()), done(), "/customers"));
        return "records/home/index";
    }

    /** The same records, those first that this browser opened. */
    @GetMapping("/recent")
    String recent(@RequestParam(defaultValue = "") List<String> id, Model model) {
        var ids = id.stream()
                .filter(i -> i.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .limit(REMEMBERED)
                .map(UUID::fromString)
                .distinct()
                .toList();
        model.addAttribute("recent", recent.of(ids));
        return "records/home/recent";
    }

    private List<HomePages.Done> done() {
        var everything = new OperationFilter(null, null, null, null, false);
        return operations.page(everything, OperationSlice.Place.NEWEST, OPERATIONS).operations().stream()
                .map(this::done)
                .toList();
    }

    private HomePages.Done done(Operation operation) {
        boolean mine = operation.actorId().equals(Actor.current().id());
        return new HomePages.Done(
                operation.id().toString(),
                operation.sentence(),
                mine ? Words.t("home.me") : operation.actorName(),
                operation.endedAt(),
                operation.undone() ? Words.t("home.undone") : "",
                operation.changes() > 0 && undo.may(operation));
    }
}
