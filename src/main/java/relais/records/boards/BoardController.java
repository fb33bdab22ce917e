package relais.records.boards;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.records.forms.FormVersion;
import relais.records.forms.Redirects;
import relais.records.lists.ListAddress;
import relais.records.lists.ListStates;

/** The board of any object that has a list. */
@Controller
@RequestMapping("/{plural:[a-z][a-z-]*}/board")
class BoardController {
    private final Boards boards;
    private final Moves moves;
    private final ListStates states;

    BoardController(Boards boards, Moves moves, ListStates states) {
        this.boards = boards;
        this.moves = moves;
        this.states = states;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String plural,
            @RequestParam(defaultValue = "") String by,
            @RequestParam MultiValueMap<String, String> parameters) {
        var page = boards.show(ListAddress.of(plural, parameters), by);
        return new ModelAndView("records/boards/index", Map.of("page", page));
    }

    /** Moves a card; htmx gets the columns as they stand then. */
    @PostMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView move(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String to,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response) {
        var type = states.type(plural);
        moves.move(type, id, boards.by(type, by), to, FormVersion.of(parameters), response);
        var address = ListAddress.of(plural, parameters);
        var page = boards.show(address, by);
        return htmx
                ? new ModelAndView("records/boards/columns", Map.of("board", page.board()))
                : Redirects.to(page.board().address());
    }
}
