package relais.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;

/** The face of the timeline: what happened with a customer, for other modules. */
@Service
public class Timelines {
    private final ThreadPlaces threads;
    private final ThreadQueries queries;
    private final Directory directory;

    Timelines(ThreadPlaces threads, ThreadQueries queries, Directory directory) {
        this.threads = threads;
        this.queries = queries;
        this.directory = directory;
    }

    /**
     * One thing that happened.
     *
     * @param by who wrote it, by name
     * @param customer with whom; an organisation's timeline also shows what happened with its people
     */
    public record Entry(
            UUID id,
            String kind,
            Instant at,
            String by,
            @Nullable UUID customer,
            String text,
            boolean pinned) {}

    /** The customer's entries before this place, newest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID customer, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        var place = before == null || beforeId == null ? null : new ThreadPlaces.Place(before, beforeId);
        var all = new Threads.Wanted(customer, "", "", "", null, "");
        var places = threads.of(all, place, limit);
        var stored =
                queries.entries(places.stream().map(ThreadPlaces.Place::entry).toList());
        return places.stream()
                .map(p -> stored.get(p.entry()))
                .filter(Objects::nonNull)
                .map(this::entry)
                .toList();
    }

    private Entry entry(ThreadQueries.Stored entry) {
        var author = entry.author();
        var by = author == null ? entry.actorName() : directory.name(author).orElse(entry.actorName());
        return new Entry(
                entry.id(), entry.kind(), entry.occurredAt(), by, entry.customer(), entry.body(), entry.pinned());
    }
}
