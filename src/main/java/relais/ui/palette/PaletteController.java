package relais.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.ui.Face;
import relais.ui.Words;

/** Answers the palette; a browser without scripts gets a page. */
@Controller
class PaletteController {
    private static final int OF_A_GROUP = 5;
    private static final int REMEMBERED = 12;

    private final List<PaletteSource> sources;

    PaletteController(List<PaletteSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(PaletteSource::order))
                .toList();
    }

    @GetMapping("/palette")
    String palette(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") List<String> id, Model model) {
        var query = new PaletteQuery(q.strip(), opened(id));
        model.addAttribute("page", new PalettePages.Show(query.text(), parts(query)));
        return Face.current().htmx() ? "ui/palette/options" : "ui/palette/index";
    }

    private static List<UUID> opened(List<String> ids) {
        return ids.stream()
                .filter(i -> i.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .limit(REMEMBERED)
                .map(UUID::fromString)
                .distinct()
                .toList();
    }

    private List<PalettePages.Part> parts(PaletteQuery query) {
        var items = sources.stream().flatMap(s -> s.items(query).stream()).toList();
        var parts = new ArrayList<PalettePages.Part>();
        int at = 0;
        for (var group : PaletteItem.Group.values()) {
            var shown = items.stream()
                    .filter(i -> i.group() == group)
                    .filter(i -> group.answered() || query.blank() || i.answers(query.text()))
                    .limit(group.answered() || query.blank() ? Integer.MAX_VALUE : OF_A_GROUP)
                    .toList();
            if (!shown.isEmpty()) {
                var lines = new ArrayList<PalettePages.Line>();
                for (var item : shown) {
                    lines.add(new PalettePages.Line("palette-" + at, item, at++ == 0));
                }
                var code = group.name().toLowerCase(Locale.ROOT);
                parts.add(new PalettePages.Part("palette-" + code, Words.t("palette." + code), lines));
            }
        }
        return parts;
    }
}
