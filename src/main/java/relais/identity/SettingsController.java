package relais.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.platform.web.NotFound;

/** Leads to the first tab of the settings that the visitor sees. */
@Controller
class SettingsController {
    private final SettingsTabs tabs;

    SettingsController(SettingsTabs tabs) {
        this.tabs = tabs;
    }

    @GetMapping("/settings")
    String first() {
        return tabs.visible().stream()
                .findFirst()
                .map(tab -> "redirect:" + tab.href())
                .orElseThrow(NotFound::new);
    }
}
