package relais.integration;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.customers.CustomerDescription;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.forms.ChangeFeed;
import relais.records.merging.Verdicts;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.timeline.Timelines;
import tools.jackson.databind.node.ObjectNode;

/** Reads one record: today, at a moment, with its changes and its timeline. */
@Service
class ApiReads {
    private final Records records;
    private final ObjectTypes types;
    private final ChangeFeed feed;
    private final Timelines timelines;
    private final Clock clock;
    private final Verdicts verdicts;

    ApiReads(Records records, ObjectTypes types, ChangeFeed feed, Timelines timelines, Clock clock, Verdicts verdicts) {
        this.verdicts = verdicts;
        this.records = records;
        this.types = types;
        this.feed = feed;
        this.timelines = timelines;
        this.clock = clock;
    }

    Snapshot one(ObjectType type, UUID id, @Nullable String at) {
        var found = at == null ? records.find(type.name(), id) : records.asOf(type.name(), id, moment(at));
        return found.filter(s -> types.description(type).shows(Actor.current(), s))
                .orElseThrow(() -> ApiMerges.gone(verdicts, type, id, 301));
    }

    /** A moment, or a day: then its end where the token's person lives. */
    private static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(Actor.current().zone())
                            .toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw ApiProblem.of(400, "at.malformed");
        }
    }

    ObjectNode changes(ObjectType type, UUID id, @Nullable String after, int limit) {
        known(type, id);
        var row = "changes " + id;
        var place = ApiCursor.read(after, row);
        var found = feed.page(
                id, clock.instant(), place == null ? null : place.at(), place == null ? null : place.id(), limit + 1);
        var json = Values.object();
        var items = json.putArray("items");
        found.stream().limit(limit).forEach(t -> items.add(ApiOperations.change(type, t.change(), t.operation())));
        var last = found.size() > limit ? found.get(limit - 1).change() : null;
        json.put("next", last == null ? null : new ApiCursor(last.at(), last.operation(), last.seq()).text(row));
        return json;
    }

    /** Also of a record in the trash: how it came there is what people ask. */
    private void known(ObjectType type, UUID id) {
        if (!records.find(type.name(), List.of(id)).containsKey(id)) {
            throw new NotFound();
        }
    }

    ObjectNode timeline(ObjectType type, UUID id, @Nullable String after, int limit) {
        if (!type.name().equals(CustomerDescription.NAME)) {
            throw new NotFound();
        }
        one(type, id, null);
        var row = "timeline " + id;
        var place = ApiCursor.read(after, row);
        var found = timelines.of(id, place == null ? null : place.at(), place == null ? null : place.id(), limit + 1);
        var json = Values.object();
        var items = json.putArray("items");
        found.stream().limit(limit).forEach(e -> items.add(entry(e)));
        var last = found.size() > limit ? found.get(limit - 1) : null;
        json.put("next", last == null ? null : new ApiCursor(last.at(), last.id(), 0).text(row));
        return json;
    }

    private static ObjectNode entry(Timelines.Entry entry) {
        var json = Values.object();
        json.put("id", entry.id().toString());
        json.put("kind", entry.kind());
        json.put("at", entry.at().toString());
        json.put("by", entry.by());
        json.put("customer", entry.customer() == null ? null : entry.customer().toString());
        json.put("text", entry.text());
        json.put("pinned", entry.pinned());
        return json;
    }
}
