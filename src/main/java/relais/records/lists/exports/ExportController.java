package relais.records.lists.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.lists.ListAddress;
import relais.records.lists.ListStates;
import relais.records.types.Labels;
import relais.ui.Formats;

/** Sends the records of a list, or the chosen ones, as a file. */
@Controller
class ExportController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ListStates states;
    private final Exports exports;

    ExportController(ListStates states, Exports exports) {
        this.states = states;
        this.exports = exports;
    }

    @PostMapping("/{plural:[a-z][a-z-]*}/exports")
    void export(
            @PathVariable String plural,
            @RequestParam String format,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response)
            throws IOException {
        var state = states.of(ListAddress.of(plural, form));
        Actor.current().require(state.type().name(), Action.EXPORT);
        boolean excel = format.equals("xlsx");
        var name = Labels.objects(state.type()) + "-" + Formats.today() + (excel ? ".xlsx" : ".csv");
        var ids = ids(form);
        boolean whole = ids.isEmpty() || "true".equals(form.getFirst("everything"));
        if (whole) {
            var first = exports.first(state);
            exports.record(state, name);
            try (var file = file(response, name, excel)) {
                exports.list(state, first, file);
            }
        } else {
            exports.record(state, name);
            try (var file = file(response, name, excel)) {
                exports.chosen(state.type(), ids, file);
            }
        }
    }

    private static RowWriter file(HttpServletResponse response, String name, boolean excel) throws IOException {
        response.setContentType(excel ? XLSX : "text/csv;charset=UTF-8");
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        response.setHeader("Content-Disposition", disposition.toString());
        OutputStream out = response.getOutputStream();
        return excel ? new XlsxRows(out) : new CsvRows(out);
    }

    private static List<UUID> ids(MultiValueMap<String, String> form) {
        try {
            return form.getOrDefault("id", List.of()).stream()
                    .distinct()
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException noId) {
            throw new Refused("export.unknown");
        }
    }
}
