package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.platform.tenancy.Tenancy;
import relais.records.criteria.Operator;
import relais.records.criteria.editor.ConditionPages.Control;
import relais.records.criteria.editor.ConditionPages.Item;
import relais.records.types.Durations;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.Storage;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Which control a value is typed or chosen with. */
@Component
class Controls {
    private static final int TAGS = 200;

    private final DSLContext sql;
    private final Directory directory;
    private final ReferenceNames names;

    Controls(DSLContext sql, Directory directory, ReferenceNames names) {
        this.sql = sql;
        this.directory = directory;
        this.names = names;
    }

    @Transactional(readOnly = true)
    public Control of(ObjectType type, Field field, Operator operator, List<JsonNode> values) {
        var written = values.stream().map(Controls::written).toList();
        if (operator.arity() == Operator.Arity.NONE) {
            return new Control.None();
        }
        if (operator.days()) {
            return new Control.Typed(padded(written, 1), "number", Words.t("operator." + operator.code() + ".unit"));
        }
        int wanted = operator.arity() == Operator.Arity.TWO ? 2 : 1;
        return switch (field.type()) {
            case NUMBER, MONEY, PERCENT, RATING -> new Control.Typed(padded(written, wanted), "decimal", "");
            case DURATION ->
                new Control.Typed(padded(values.stream().map(Controls::lasting).toList(), wanted), "text", "");
            case DATE, INSTANT -> new Control.Typed(padded(written, wanted), "date", "");
            case BOOLEAN, CHOICE, CHOICES, USER, SITE ->
                new Control.Listed(items(type, field, written), operator.arity() == Operator.Arity.SOME, false);
            case TAGS -> new Control.Listed(tags(field, written), true, true);
            case LINK, LINKS -> new Control.Words(named(field, String.join("", written)));
            case TEXT, LONG_TEXT, COLLECTION, URL, FILE, ADDRESS ->
                new Control.Words(written.isEmpty() ? "" : written.getFirst());
        };
    }

    private static String written(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static String lasting(JsonNode value) {
        return value.isNumber() ? Durations.text(value.longValue()) : written(value);
    }

    private static List<String> padded(List<String> values, int wanted) {
        var all = new ArrayList<>(values);
        while (all.size() < wanted) {
            all.add("");
        }
        return all.subList(0, wanted);
    }

    private List<Item> items(ObjectType type, Field field, List<String> chosen) {
        var items = new ArrayList<Item>();
        switch (field.type()) {
            case BOOLEAN -> {
                items.add(item("true", Words.t("ui.yes"), chosen));
                items.add(item("false", Words.t("ui.no"), chosen));
            }
            case USER -> {
                items.add(item("me", Words.t("criteria.me"), chosen));
                items.add(item("team", Words.t("criteria.team"), chosen));
                directory.users().stream()
                        .filter(u -> !u.disabled() || chosen.contains(u.id().toString()))
                        .forEach(u -> items.add(item(u.id().toString(), u.name(), chosen)));
            }
            case SITE -> {
                items.add(item("mine", Words.t("criteria.mine"), chosen));
                directory.sites().stream()
                        .filter(s -> !s.archived() || chosen.contains(s.id().toString()))
                        .forEach(s -> items.add(item(s.id().toString(), s.name(), chosen)));
            }
            default -> field.choices().forEach(c -> items.add(item(c.code(), Labels.choice(type, field, c), chosen)));
        }
        return items;
    }

    private static Item item(String value, String label, List<String> chosen) {
        return new Item(value, label, chosen.contains(value));
    }

    private List<Item> tags(Field field, List<String> chosen) {
        var labels = new LinkedHashSet<>(chosen);
        if (field.storage() instanceof Storage.Labels storage) {
            labels.addAll(sql.resultQuery(
                            "SELECT t.label FROM " + storage.tagTable()
                                    + " t WHERE t.tenant_id = ? ORDER BY t.key LIMIT ?",
                            Tenancy.id(),
                            TAGS)
                    .fetch(0, String.class));
        }
        return labels.stream().map(l -> item(l, l, chosen)).toList();
    }

    private String named(Field field, String value) {
        if (field.target() == null || !value.matches("[0-9a-fA-F-]{36}")) {
            return value;
        }
        var id = UUID.fromString(value);
        return names.names(field.target(), List.of(id)).getOrDefault(id, value);
    }
}
