package relais.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import relais.customers.CustomerDescription;
import relais.platform.text.Dates;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.ui.Face;

/** The thread of a customer: filtered, searched, older parts, counts, what is pinned. */
@Controller
@RequestMapping("/customers/{customer:[0-9a-f-]{36}}/thread")
class ThreadController {
    private static final List<String> KINDS = List.of("note", "call", "meeting", "change");

    private final Threads threads;
    private final ThreadChips chips;
    private final Records records;

    ThreadController(Threads threads, ThreadChips chips, Records records) {
        this.threads = threads;
        this.chips = chips;
        this.records = records;
    }

    /** What the address asks for. */
    record Asked(
            @Nullable String kind,
            @Nullable String q,
            @Nullable String at,
            @Nullable String before) {}

    @GetMapping
    ModelAndView thread(@PathVariable UUID customer, Asked asked) {
        return view("thread", threads.stretch(wanted(customer, asked)));
    }

    @GetMapping("/older")
    ModelAndView older(@PathVariable UUID customer, Asked asked) {
        return view("items", threads.stretch(wanted(customer, asked)));
    }

    @GetMapping("/counts")
    ModelAndView counts(@PathVariable UUID customer, Asked asked) {
        return view("chips", chips.counted(wanted(customer, asked)));
    }

    @GetMapping("/pinned")
    ModelAndView pinned(@PathVariable UUID customer, Asked asked) {
        return view("pinned", threads.pinned(wanted(customer, asked)));
    }

    private Threads.Wanted wanted(UUID customer, Asked asked) {
        known(customer);
        var kind = asked.kind() != null && KINDS.contains(asked.kind()) ? asked.kind() : "";
        var day = asked.at() == null
                ? null
                : Dates.parse(asked.at(), Face.language()).orElse(null);
        var query = asked.q() == null ? "" : asked.q().strip();
        return new Threads.Wanted(
                customer,
                kind,
                query.length() > 100 ? query.substring(0, 100) : query,
                day == null ? "" : day.toString(),
                day == null ? null : end(day),
                asked.before() == null ? "" : asked.before());
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Face.current().zone()).toInstant().minusNanos(1000);
    }

    private void known(UUID customer) {
        if (records.find(CustomerDescription.NAME, customer).isEmpty()) {
            throw new NotFound();
        }
    }

    private static ModelAndView view(String name, Object page) {
        return new ModelAndView("timeline/" + name, Map.of("page", page));
    }
}
