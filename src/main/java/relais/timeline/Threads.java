package relais.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.customers.CustomerThread;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.types.ReferenceNames;
import relais.ui.Face;
import relais.ui.Formats;

/** Puts a customer's thread together: today's, or what was recorded at a moment. */
@Component
class Threads {
    static final int PAGE = 30;
    private static final int SLICE = 500;

    private final ThreadPlaces places;
    private final ThreadQueries queries;
    private final ChangeThreads changes;
    private final Records records;
    private final ReferenceNames names;
    private final Directory directory;

    Threads(
            ThreadPlaces places,
            ThreadQueries queries,
            ChangeThreads changes,
            Records records,
            ReferenceNames names,
            Directory directory) {
        this.places = places;
        this.queries = queries;
        this.changes = changes;
        this.records = records;
        this.names = names;
        this.directory = directory;
    }

    /** What of the thread is wanted. */
    record Wanted(
            UUID customer,
            String kind,
            String query,
            String at,
            @Nullable Instant moment,
            String before) {
        boolean past() {
            return moment != null;
        }
    }

    @Transactional(readOnly = true)
    ThreadPages.Stretch stretch(Wanted wanted) {
        if (wanted.kind().equals("change")) {
            return changes.stretch(wanted);
        }
        var before = Cursors.read(wanted.before());
        var places = this.places.of(wanted, before, PAGE + 1);
        var shown = places.stream().limit(PAGE).toList();
        var older = places.size() > PAGE ? Cursors.write(shown.getLast()) : "";
        var last = before == null ? null : day(before.occurredAt());
        return new ThreadPages.Stretch(
                wanted.customer(), wanted.kind(), wanted.query(), wanted.at(), days(items(wanted, shown), last), older);
    }

    /** The thread as it was at the moment, slice by slice. */
    @Transactional(readOnly = true)
    List<CustomerThread.Told> told(UUID customer, Instant moment, int limit) {
        var wanted = new Wanted(customer, "", "", "", moment, "");
        var told = new ArrayList<CustomerThread.Told>();
        ThreadPlaces.Place before = null;
        while (told.size() < limit) {
            var slice = places.of(wanted, before, Math.min(SLICE, limit - told.size()));
            items(wanted, slice).forEach(i -> told.add(new CustomerThread.Told(i.at(), i.kind(), i.who(), i.body())));
            if (slice.size() < SLICE) {
                return told;
            }
            before = slice.getLast();
        }
        return told;
    }

    private List<ThreadPages.Item> items(Wanted wanted, List<ThreadPlaces.Place> places) {
        var stored =
                queries.entries(places.stream().map(ThreadPlaces.Place::entry).toList());
        var others = names.names(
                CustomerDescription.NAME,
                stored.values().stream()
                        .map(ThreadQueries.Stored::customer)
                        .filter(c -> c != null && !c.equals(wanted.customer()))
                        .toList());
        var items = new ArrayList<ThreadPages.Item>();
        for (var place : places) {
            var entry = stored.get(place.entry());
            if (entry != null) {
                items.add(item(wanted, entry, others));
            }
        }
        return items;
    }

    private ThreadPages.Item item(Wanted wanted, ThreadQueries.Stored entry, Map<UUID, String> others) {
        var customer = entry.customer();
        var with = customer == null || customer.equals(wanted.customer())
                ? null
                : new ThreadPages.Who(customer, others.getOrDefault(customer, ""));
        return new ThreadPages.Item(
                entry.id(),
                entry.kind(),
                who(entry),
                with,
                entry.occurredAt(),
                body(wanted, entry),
                entry.pinned(),
                entry.personal(),
                !wanted.past() && Actor.current().may(NoteDescription.NAME, Action.UPDATE),
                List.of(),
                null,
                false);
    }

    private String who(ThreadQueries.Stored entry) {
        var author = entry.author();
        return author == null ? entry.actorName() : directory.name(author).orElse(entry.actorName());
    }

    /** A text edited since is shown as it was then. */
    private String body(Wanted wanted, ThreadQueries.Stored entry) {
        var moment = wanted.moment();
        if (moment == null || !entry.updatedAt().isAfter(moment)) {
            return entry.body();
        }
        return records.asOf(NoteDescription.NAME, entry.id(), moment)
                .map(n -> n.text("body"))
                .orElse(entry.body());
    }

    /** One item of today's thread. */
    @Transactional(readOnly = true)
    ThreadPages.Item one(UUID customer, UUID entry) {
        if (records.find(NoteDescription.NAME, entry).isEmpty()) {
            throw new NotFound();
        }
        var wanted = new Wanted(customer, "", "", "", null, "");
        var found = items(wanted, List.of(new ThreadPlaces.Place(Instant.EPOCH, entry)));
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return found.getFirst();
    }

    /** The pinned notes of today, or those that were pinned at the moment as they were then. */
    @Transactional(readOnly = true)
    ThreadPages.Pinned pinned(Wanted wanted) {
        var moment = wanted.moment();
        var ids = moment == null ? queries.pinned(wanted.customer()) : pinnedAt(wanted.customer(), moment);
        var places = ids.stream()
                .map(id -> new ThreadPlaces.Place(Instant.EPOCH, id))
                .toList();
        return new ThreadPages.Pinned(wanted.customer(), wanted.at(), items(wanted, places));
    }

    private List<UUID> pinnedAt(UUID customer, Instant moment) {
        return queries.perhapsPinned(customer, moment).stream()
                .filter(id -> records.asOf(NoteDescription.NAME, id, moment)
                        .filter(n -> n.value("pinned").asBoolean(false))
                        .isPresent())
                .toList();
    }

    static List<ThreadPages.Day> days(List<ThreadPages.Item> items, @Nullable LocalDate last) {
        var byDay = new LinkedHashMap<LocalDate, List<ThreadPages.Item>>();
        items.forEach(
                i -> byDay.computeIfAbsent(day(i.at()), d -> new ArrayList<>()).add(i));
        return byDay.entrySet().stream()
                .map(e -> new ThreadPages.Day(
                        e.getKey().equals(last) ? null : e.getKey(), label(e.getKey()), e.getValue()))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Face.current().zone()).toLocalDate();
    }

    private static String label(LocalDate day) {
        return DayNames.of(day, Formats.today());
    }
}
