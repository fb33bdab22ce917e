package relais.timeline;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Directory;
import relais.platform.text.Fold;

/** Colleagues to be mentioned, by the beginning of any part of their name. */
@Controller
class ColleagueController {
    private static final int MANY = 6;

    private final Directory directory;

    ColleagueController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/colleagues")
    ModelAndView colleagues(@RequestParam(defaultValue = "") String q) {
        var key = " " + Fold.key(q);
        var found = directory.activeUsers().stream()
                .filter(u -> (" " + Fold.key(u.name())).contains(key))
                .limit(MANY)
                .toList();
        return new ModelAndView("timeline/colleagues", Map.of("found", found));
    }
}
