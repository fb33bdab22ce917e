package relais.records.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.imports.source.Unreadable;
import relais.ui.Face;
import relais.ui.Leave;
import relais.ui.Toasts;
import relais.ui.Words;

/** Maps the columns of a file. */
@Controller
class MappingController {
    private static final String VIEW = "records/imports/columns";

    private final Imports imports;
    private final ColumnsView view;
    private final Workshop workshop;
    private final KeptMappings kept;

    MappingController(Imports imports, ColumnsView view, Workshop workshop, KeptMappings kept) {
        this.imports = imports;
        this.view = view;
        this.workshop = workshop;
        this.kept = kept;
    }

    @GetMapping("/imports/{id}/columns")
    String columns(@PathVariable UUID id, @RequestParam(defaultValue = "1") long row, Model model) {
        var file = imports.find(id);
        if (!file.open()) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("page", view.page(file, row));
        return VIEW;
    }

    @PostMapping("/imports/{id}/columns")
    @Nullable
    String map(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String then,
            Model model,
            HttpServletResponse response) {
        var file = imports.find(id);
        var form = new MappingForm(sent, workshop.type(file.object()), workshop.subject(file.object()));
        imports.map(id, form.applied(file.mapping(), imports.profile(id)));
        if (then.equals("trial")) {
            imports.attempt(id);
            return Leave.to("/imports/" + id + "/trial", response);
        }
        return shown(id, model, response);
    }

    @PostMapping("/imports/{id}/proposal")
    @Nullable
    String propose(
            @PathVariable UUID id, @RequestParam @Nullable UUID mapping, Model model, HttpServletResponse response) {
        imports.propose(id, mapping == null ? null : kept.find(mapping).orElseThrow(NotFound::new));
        return shown(id, model, response);
    }

    @PostMapping("/imports/{id}/layout")
    @Nullable
    String layout(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String charset,
            @RequestParam(defaultValue = "") String delimiter,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "1") int headerRow,
            HttpServletResponse response) {
        var layout = imports.find(id).layout().withHeaderRow(Math.clamp(headerRow, 0, 50));
        if (!sheet.isEmpty() && layout.sheets().contains(sheet)) {
            layout = layout.withSheet(sheet);
        }
        if (!delimiter.isEmpty() && !ColumnsView.DELIMITERS.contains(delimiter)) {
            throw new Refused("import.delimiter");
        }
        if (ColumnsView.CHARSETS.contains(charset) && !delimiter.isEmpty()) {
            layout = layout.withWriting(charset, delimiter.charAt(0));
        }
        try {
            imports.read(id, layout);
        } catch (Unreadable why) {
            throw new Refused("import.layout", Unreadables.sentence(why));
        }
        return Leave.to("/imports/" + id + "/columns", response);
    }

    @PostMapping("/imports/{id}/kept")
    @Nullable
    String keep(@PathVariable UUID id, @RequestParam String name, HttpServletResponse response) {
        var file = imports.find(id);
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > 100) {
            throw new Refused("import.name");
        }
        kept.keep(file.object(), plain, file.mapping());
        Toasts.plain(response, Words.t("imports.kept", plain));
        return Leave.to("/imports/" + id + "/columns", response);
    }

    private @Nullable String shown(UUID id, Model model, HttpServletResponse response) {
        if (!Face.current().htmx()) {
            return Leave.to("/imports/" + id + "/columns", response);
        }
        model.addAttribute("page", view.page(imports.find(id), 1));
        return VIEW;
    }
}
