package relais.timeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.changes.Change;
import relais.records.forms.ChangeFeed;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Formats;
import tools.jackson.databind.node.ObjectNode;

/** The changes of a customer as a thread: what was, what became of it, and the way back. */
@Component
class ChangeThreads {
    /** Edits that the changed fields tell better than a sentence would. */
    private static final Set<String> PLAIN = Set.of("record.edit", "record.update");

    private final ChangeFeed feed;
    private final ObjectTypes types;
    private final ReferenceNames names;
    private final Clock clock;

    ChangeThreads(ChangeFeed feed, ObjectTypes types, ReferenceNames names, Clock clock) {
        this.feed = feed;
        this.types = types;
        this.names = names;
        this.clock = clock;
    }

    ThreadPages.Stretch stretch(Threads.Wanted wanted) {
        var before = Cursors.read(wanted.before());
        var moment = wanted.moment();
        var told = feed.page(
                wanted.customer(),
                moment == null ? clock.instant().plusSeconds(60) : moment,
                before == null ? null : before.occurredAt(),
                before == null ? null : before.entry(),
                Threads.PAGE + 1);
        var shown = told.stream().limit(Threads.PAGE).toList();
        var older = told.size() > Threads.PAGE ? cursor(shown.getLast()) : "";
        return new ThreadPages.Stretch(
                wanted.customer(), wanted.kind(), "", wanted.at(), Threads.days(items(wanted, shown), null), older);
    }

    private static String cursor(ChangeFeed.Told last) {
        return Cursors.write(
                new ThreadPlaces.Place(last.change().at(), last.change().operation()));
    }

    private List<ThreadPages.Item> items(Threads.Wanted wanted, List<ChangeFeed.Told> told) {
        var type = types.of(CustomerDescription.NAME);
        var states = new ArrayList<ObjectNode>();
        told.forEach(t -> {
            add(states, t.change().before());
            add(states, t.change().after());
        });
        var known = names.of(type, states);
        return told.stream().map(t -> item(wanted, t, type, known)).toList();
    }

    private static void add(List<ObjectNode> states, @Nullable ObjectNode state) {
        if (state != null) {
            states.add(state);
        }
    }

    private static ThreadPages.Item item(
            Threads.Wanted wanted, ChangeFeed.Told told, ObjectType type, Map<UUID, String> known) {
        var operation = told.operation();
        boolean undoable =
                !wanted.past() && !operation.undone() && Actor.current().may(CustomerDescription.NAME, Action.UPDATE);
        return new ThreadPages.Item(
                operation.id(),
                "change",
                operation.actorName(),
                null,
                told.change().at(),
                PLAIN.contains(operation.intent().code()) ? "" : operation.sentence(),
                false,
                false,
                false,
                fields(told.change(), type, known),
                undoable ? operation.id() : null,
                operation.undone());
    }

    private static List<ThreadPages.ChangedField> fields(Change change, ObjectType type, Map<UUID, String> known) {
        var after = change.after();
        var before = change.before();
        if (after == null || before == null) {
            return List.of();
        }
        return after.propertyNames().stream()
                .map(name -> new ThreadPages.ChangedField(
                        Labels.field(type, name), text(type, name, before, known), text(type, name, after, known)))
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
}
