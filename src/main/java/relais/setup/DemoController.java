package relais.setup;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import relais.identity.Action;
import relais.identity.Actor;

/** Removes the demonstration, in one click of an administrator. */
@Controller
class DemoController {
    private final Demonstration demonstration;

    DemoController(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @PostMapping(DemoNotice.REMOVAL)
    void remove(HttpServletResponse response) {
        Actor.current().require("workspace", Action.CONFIGURE);
        var next = demonstration.remove(Actor.current().workspace()).orElse("/");
        response.setStatus(303);
        response.setHeader("Location", next);
    }
}
