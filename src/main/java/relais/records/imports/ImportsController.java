package relais.records.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Forbidden;
import relais.platform.web.Refused;
import relais.records.imports.source.Unreadable;
import relais.ui.Formats;
import relais.ui.Option;
import relais.ui.Words;

/** The list of imports, one of them, and the way in for a new file. */
@Controller
class ImportsController {
    private final Imports imports;
    private final ImportsView view;
    private final Workshop workshop;
    private final RefusedFile refused;

    ImportsController(Imports imports, ImportsView view, Workshop workshop, RefusedFile refused) {
        this.imports = imports;
        this.view = view;
        this.workshop = workshop;
        this.refused = refused;
    }

    @GetMapping("/imports")
    String list(Model model) {
        objects();
        model.addAttribute("page", view.page(null));
        return "records/imports/index";
    }

    @GetMapping("/imports/new")
    String form(@RequestParam(defaultValue = "") String object, Model model) {
        return form(null, object, model);
    }

    @PostMapping("/imports")
    String upload(
            @RequestParam String object,
            @RequestParam @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor.current().require(object, Action.IMPORT);
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            boolean chosen = file != null && !"".equals(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
            return form(Words.t(chosen ? "imports.unreadable.void" : "imports.unreadable.none"), object, model);
        }
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            return "redirect:/imports/" + imports.upload(object, name == null ? "" : name, content) + "/columns";
        } catch (Unreadable why) {
            response.setStatus(422);
            return form(Unreadables.sentence(why), object, model);
        }
    }

    @GetMapping("/imports/{id}")
    String one(@PathVariable UUID id, Model model) {
        var file = imports.find(id);
        if (file.open()) {
            return "redirect:/imports/" + id + (file.state() == Import.State.TRIED ? "/trial" : "/columns");
        }
        model.addAttribute("page", view.page(file));
        return "records/imports/index";
    }

    @PostMapping("/imports/{id}/removal")
    String forget(@PathVariable UUID id) {
        imports.forget(id);
        return "redirect:/imports";
    }

    @GetMapping("/imports/{id}/refused.csv")
    void refused(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        imports.find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + Words.t("imports.file.name") + "\"");
        try {
            refused.write(id, response.getWriter());
        } catch (Unreadable why) {
            response.reset();
            throw new Refused("import.layout", Unreadables.sentence(why));
        }
    }

    private String form(@Nullable String problem, String object, Model model) {
        var objects =
                objects().stream().map(o -> new Option(o, workshop.into(o))).toList();
        model.addAttribute(
                "page",
                new ImportPages.Upload(
                        objects,
                        ImportSteps.at(null, 0),
                        Formats.bytes(workshop.limits().bytes()),
                        problem,
                        objects.stream()
                                .filter(o -> o.value().equals(object))
                                .findFirst()
                                .orElse(objects.getFirst())));
        return "records/imports/upload";
    }

    private List<String> objects() {
        var objects = workshop.objects().stream()
                .filter(o -> Actor.current().may(o, Action.IMPORT))
                .toList();
        if (objects.isEmpty()) {
            throw new Forbidden("import", Action.IMPORT);
        }
        return objects;
    }
}
