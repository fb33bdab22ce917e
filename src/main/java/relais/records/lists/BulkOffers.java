package relais.records.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.ui.Option;
import relais.ui.Words;

/** What can be done with chosen rows, from the object's description and the actor's rights. */
@Component
class BulkOffers {
    private final Directory directory;
    private final List<BulkAction> actions;

    BulkOffers(Directory directory, ObjectProvider<BulkAction> actions) {
        this.directory = directory;
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(BulkAction::order))
                .toList();
    }

    /** The offers, null when the actor may do nothing with rows. */
    ListPages.@Nullable Bulk of(ListState state) {
        var type = state.type();
        var actor = Actor.current();
        boolean update = actor.may(type.name(), Action.UPDATE);
        boolean delete = actor.may(type.name(), Action.DELETE);
        boolean export = actor.may(type.name(), Action.EXPORT);
        var more = actions(type);
        if (!update && !delete && !export && more.isEmpty()) {
            return null;
        }
        return new ListPages.Bulk(
                update ? sets(type) : List.of(),
                update ? edits(type) : List.of(),
                update && type.fields().stream().anyMatch(f -> f.type() == FieldType.TAGS),
                delete,
                export,
                more,
                actor.may(type.name(), Action.BULK),
                state.address().at(null).href("/count"),
                "/" + type.plural() + "/bulk");
    }

    private List<ListPages.Act> actions(ObjectType type) {
        return actions.stream()
                .filter(a -> a.offered(type))
                .map(a -> new ListPages.Act("action:" + a.code(), Words.t(a.labelKey()), a.icon()))
                .toList();
    }

    private List<ListPages.Set> sets(ObjectType type) {
        var sets = new ArrayList<ListPages.Set>();
        type.fields().stream()
                .filter(f -> f.writable() && !f.custom())
                .filter(f -> !f.name().equals("kind") && !f.name().equals("language"))
                .forEach(f -> {
                    var values = values(type, f);
                    if (!values.isEmpty()) {
                        sets.add(new ListPages.Set(
                                f.name(),
                                Words.or("list.bulk.set." + f.name(), Labels.field(type, f)),
                                icon(f),
                                values,
                                !f.has(Field.Trait.REQUIRED)));
                    }
                });
        return sets.stream()
                .sorted(Comparator.comparing(s -> !s.icon().equals("user-round-check")))
                .toList();
    }

    /** The fields that many records can be given one value of in writing. */
    private static List<Option> edits(ObjectType type) {
        return type.fields().stream()
                .filter(f -> f.writable() && !f.has(Field.Trait.UNIQUE) && written(f.type()))
                .filter(f -> !f.name().equals("name"))
                .map(f -> new Option(f.name(), Labels.field(type, f)))
                .toList();
    }

    private static boolean written(FieldType type) {
        return Set.of(
                        FieldType.TEXT,
                        FieldType.LONG_TEXT,
                        FieldType.NUMBER,
                        FieldType.DATE,
                        FieldType.BOOLEAN,
                        FieldType.MONEY,
                        FieldType.CHOICES)
                .contains(type);
    }

    private List<Option> values(ObjectType type, Field field) {
        return switch (field.type()) {
            case USER ->
                directory.activeUsers().stream()
                        .map(u -> new Option(u.id().toString(), u.name()))
                        .toList();
            case SITE ->
                directory.sites().stream()
                        .filter(s -> !s.archived())
                        .map(s -> new Option(s.id().toString(), s.name()))
                        .toList();
            case CHOICE ->
                field.choices().stream()
                        .map(c -> new Option(c.code(), Labels.choice(type, field, c)))
                        .toList();
            case TEXT, LONG_TEXT, NUMBER, DATE, INSTANT, CHOICES, BOOLEAN, MONEY, LINK, TAGS, COLLECTION -> List.of();
            case PERCENT, DURATION, RATING, URL, FILE, ADDRESS, LINKS -> List.of();
        };
    }

    private static String icon(Field field) {
        return switch (field.type()) {
            case USER -> "user-round-check";
            case SITE -> "store";
            default -> Cells.tiers(field) ? "star" : "milestone";
        };
    }
}
