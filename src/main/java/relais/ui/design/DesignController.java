package relais.ui.design;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.platform.web.NotFound;
import relais.ui.Face;
import relais.ui.Visitor;

/** Shows the living page of the design to administrators. */
@Controller
class DesignController {
    @GetMapping("/design")
    String show(Model model) {
        boolean administrator =
                Face.current().visitor().map(Visitor::administrator).orElse(false);
        if (!administrator) {
            throw new NotFound();
        }
        model.addAttribute("page", new DesignPages.Show());
        return "ui/design/index";
    }
}
