package relais.records.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Forbidden;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.files.StoredFiles;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Option;

/** Files of a field: sent before the form is, and fetched from the record that keeps them. */
@Controller
class FileController {
    private final ObjectTypes types;
    private final Records records;
    private final StoredFiles files;

    FileController(ObjectTypes types, Records records, StoredFiles files) {
        this.types = types;
        this.records = records;
        this.files = files;
    }

    @PostMapping("/records/{object}/files")
    ModelAndView send(
            @PathVariable String object,
            @RequestParam String field,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var type = types.open(object).orElseThrow(NotFound::new);
        if (!Actor.current().may(object, Action.UPDATE) && !Actor.current().may(object, Action.CREATE)) {
            throw new Forbidden(object, Action.UPDATE);
        }
        var kept = field(type, field);
        if (file == null || file.isEmpty()) {
            throw new Refused("file.none");
        }
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            var value = files.keep(object, name, Objects.requireNonNullElse(file.getContentType(), ""), content);
            var chip =
                    new Option(value.path("id").asString(), value.path("name").asString());
            return new ModelAndView("records/forms/file", Map.of("name", kept.name(), "file", chip));
        }
    }

    private static Field field(ObjectType type, String name) {
        return type.field(name)
                .filter(f -> f.type() == FieldType.FILE && f.writable())
                .orElseThrow(NotFound::new);
    }

    /** Always as a file to keep: what somebody uploaded is never shown as a page of Relais. */
    @GetMapping("/records/{object}/{id:[0-9a-f-]{36}}/fields/{field}/files/{file:[0-9a-f-]{36}}")
    ResponseEntity<FileSystemResource> fetch(
            @PathVariable String object, @PathVariable UUID id, @PathVariable String field, @PathVariable UUID file) {
        var type = types.open(object).orElseThrow(NotFound::new);
        var record = records.find(type.name(), id).orElseThrow(NotFound::new);
        var value = record.value(field(type, field).name())
                .valueStream()
                .filter(f -> f.path("id").asString("").equals(file.toString()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var path = files.path(file);
        if (!Files.exists(path)) {
            throw new NotFound();
        }
        var disposition = ContentDisposition.attachment()
                .filename(value.path("name").asString("fichier"), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(path));
    }
}
