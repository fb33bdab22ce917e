package relais.identity.scim;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people of the workspace, for a directory. */
@RestController
@RequestMapping("/scim/v2/Users")
class ScimUserController {
    private final ScimUsers users;

    ScimUserController(ScimUsers users) {
        this.users = users;
    }

    @GetMapping
    void list(
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable String startIndex,
            @RequestParam @Nullable String count,
            HttpServletResponse response)
            throws IOException {
        var page = ScimPage.of(startIndex, count);
        ScimAnswers.list(response, users.all(ScimFilter.of(filter)), page);
    }

    @GetMapping("/{id}")
    void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ScimAnswers.resource(request, response, 200, users.find(id));
    }

    @PostMapping
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ScimAnswers.resource(request, response, 201, users.create(ScimBody.read(request)));
    }

    @PutMapping("/{id}")
    void replace(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = ScimBody.read(request);
        ScimAnswers.unchanged(request, users.find(id));
        ScimAnswers.resource(request, response, 200, users.replace(id, body));
    }

    @PatchMapping("/{id}")
    void patch(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = ScimBody.read(request);
        var before = users.find(id);
        ScimAnswers.unchanged(request, before);
        ScimAnswers.resource(request, response, 200, users.replace(id, new ScimPatch(before).apply(body)));
    }

    @DeleteMapping("/{id}")
    void delete(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        ScimAnswers.unchanged(request, users.find(id));
        users.delete(id);
        response.setStatus(204);
    }
}
