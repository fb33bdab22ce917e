package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.identity.Action;
import relais.identity.Directory;
import relais.records.types.Values;

/** The people and sites of the workspace, for programs that need their ids. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiDirectoryController {
    private final ApiObjects objects;
    private final Directory directory;

    ApiDirectoryController(ApiObjects objects, Directory directory) {
        this.objects = objects;
        this.directory = directory;
    }

    @GetMapping("/users")
    String users(HttpServletRequest request) {
        require(request);
        var json = Values.object();
        var items = json.putArray("items");
        directory
                .activeUsers()
                .forEach(u -> items.addObject()
                        .put("id", u.id().toString())
                        .put("name", u.name())
                        .put("email", u.email()));
        return Values.json(json);
    }

    @GetMapping("/sites")
    String sites(HttpServletRequest request) {
        require(request);
        var json = Values.object();
        var items = json.putArray("items");
        directory.sites().stream()
                .filter(s -> !s.archived())
                .forEach(s -> items.addObject().put("id", s.id().toString()).put("name", s.name()));
        return Values.json(json);
    }

    private void require(HttpServletRequest request) {
        objects.require(ApiObjects.DIRECTORY, ApiObjects.DIRECTORY, Action.READ);
        ApiRequest.only(request);
    }
}
