package relais.records.cards;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.changes.Change;
import relais.records.forms.ChangeFeed;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Formats;
import tools.jackson.databind.node.ObjectNode;

/** What became of a record, change by change, newest first. */
@Component
class CardHistory {
    static final int PAGE = 20;

    /** Edits that the changed fields tell better than a sentence would. */
    private static final Set<String> PLAIN = Set.of("record.edit", "record.update");

    private final ChangeFeed feed;
    private final ReferenceNames names;
    private final Clock clock;

    CardHistory(ChangeFeed feed, ReferenceNames names, Clock clock) {
        this.feed = feed;
        this.names = names;
        this.clock = clock;
    }

    /** @param before the place that the page before ended with, empty for the newest */
    OwnCardPages.History page(Snapshot record, @Nullable Instant until, String before) {
        var type = record.type();
        var place = Place.read(before);
        var told = feed.page(
                record.id(),
                until == null ? clock.instant().plusSeconds(60) : until,
                place == null ? null : place.at(),
                place == null ? null : place.operation(),
                PAGE + 1);
        var shown = told.stream().limit(PAGE).toList();
        var known = names.of(type, states(shown));
        var steps = shown.stream().map(t -> step(t, type, known, until == null)).toList();
        var older = told.size() > PAGE ? Place.of(shown.getLast().change()).written() : "";
        return new OwnCardPages.History(steps, older);
    }

    private static List<ObjectNode> states(List<ChangeFeed.Told> told) {
        var states = new ArrayList<ObjectNode>();
        for (var each : told) {
            for (var state :
                    new ObjectNode[] {each.change().before(), each.change().after()}) {
                if (state != null) {
                    states.add(state);
                }
            }
        }
        return states;
    }

    private static OwnCardPages.Step step(
            ChangeFeed.Told told, ObjectType type, Map<UUID, String> known, boolean today) {
        var operation = told.operation();
        boolean undoable = today && !operation.undone() && Actor.current().may(type.name(), Action.UPDATE);
        boolean plain = PLAIN.contains(operation.intent().code());
        return new OwnCardPages.Step(
                told.change().at(),
                operation.actorName(),
                plain ? "" : operation.sentence(),
                fields(told.change(), type, known),
                undoable ? operation.id() : null,
                operation.undone(),
                "/operations/" + operation.id());
    }

    private static List<OwnCardPages.Changed> fields(Change change, ObjectType type, Map<UUID, String> known) {
        var after = change.after();
        var before = change.before();
        if (after == null || before == null) {
            return List.of();
        }
        return new LinkedHashSet<>(after.propertyNames())
                .stream()
                        .map(name -> new OwnCardPages.Changed(
                                Labels.field(type, name),
                                text(type, name, before, known),
                                text(type, name, after, known)))
                        .filter(f -> !f.before().equals(f.after()))
                        .toList();
    }

    private static String text(ObjectType type, String name, ObjectNode state, Map<UUID, String> known) {
        var value = state.path(name);
        if (name.equals(Snapshot.DELETED) && !Values.empty(value)) {
            return Formats.moment(Instant.parse(value.asString()));
        }
        return type.field(name).map(f -> ValueText.of(type, f, value, known)).orElseGet(() -> value.asString(""));
    }

    /** Where a page of changes ended. */
    record Place(Instant at, UUID operation) {
        static Place of(Change change) {
            return new Place(change.at(), change.operation());
        }

        static @Nullable Place read(String text) {
            var parts = text.split("_");
            if (parts.length != 3 || !text.matches("-?\\d{1,11}_\\d{1,9}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                return null;
            }
            var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            return new Place(at, UUID.fromString(parts[2]));
        }

        String written() {
            return at.getEpochSecond() + "_" + at.getNano() + "_" + operation;
        }
    }
}
