package relais.timeline;

import gg.jte.Content;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.customers.CustomerActivity;
import relais.customers.CustomerThread;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Views;
import relais.records.forms.ChangeFeed;
import relais.ui.Face;

/** The middle of the card and the activity over its time slider. */
@Component
class ThreadColumn implements CustomerThread, CustomerActivity {
    private final Threads threads;
    private final ThreadQueries queries;
    private final ChangeFeed changes;
    private final Views views;

    ThreadColumn(Threads threads, ThreadQueries queries, ChangeFeed changes, Views views) {
        this.threads = threads;
        this.queries = queries;
        this.changes = changes;
        this.views = views;
    }

    @Override
    public Content content(UUID customer, @Nullable Instant at) {
        var day =
                at == null ? "" : at.atZone(Face.current().zone()).toLocalDate().toString();
        var stretch = threads.stretch(new Threads.Wanted(customer, "", "", day, at, ""));
        boolean writable = at == null && Actor.current().may(NoteDescription.NAME, Action.CREATE);
        var page = new ThreadPages.Column(customer, writable, day, stretch);
        return output -> views.render("timeline/column", Map.of("page", page), output);
    }

    @Override
    public int addedSince(UUID customer, Instant at) {
        return queries.recordedSince(customer, at);
    }

    @Override
    public List<Told> told(UUID customer, Instant at, int limit) {
        return threads.told(customer, at, limit);
    }

    @Override
    public Map<YearMonth, Integer> months(UUID customer) {
        var months = new HashMap<>(queries.months(customer));
        changes.months(customer).forEach((month, count) -> months.merge(month, count, Integer::sum));
        return months;
    }
}
