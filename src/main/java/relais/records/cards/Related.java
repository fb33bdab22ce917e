package relais.records.cards;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.lists.ListAddress;
import relais.records.lists.ListWords;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.TypeSql;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.records.types.Visibility;
import relais.ui.Avatars;
import relais.ui.Words;

/** The records that lead to one by fields of their own: the other end of every link. */
@Service
public class Related {
    private static final int SHOWN = 8;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Records records;
    private final Visibility visibility;

    Related(DSLContext sql, ObjectTypes types, Records records, Visibility visibility) {
        this.sql = sql;
        this.types = types;
        this.records = records;
        this.visibility = visibility;
    }

    /** Whether anything can lead to records of this object that the actor may see. */
    public boolean any(String object) {
        return types.of(object).relations().stream().anyMatch(Related::shown);
    }

    private static boolean shown(ObjectType.Relation path) {
        return path.link() != null && Actor.current().may(path.object(), Action.READ);
    }

    /** What leads to this record, by object and field. */
    @Transactional(readOnly = true)
    List<OwnCardPages.Group> of(Snapshot record) {
        var groups = new ArrayList<OwnCardPages.Group>();
        for (var path : record.type().relations()) {
            if (shown(path)) {
                types.find(path.object())
                        .ifPresent(other ->
                                linking(path, other).ifPresent(field -> groups.add(group(record, path, other, field))));
            }
        }
        return groups;
    }

    /** The field that leads here, unless the actor may not read it. */
    private static Optional<Field> linking(ObjectType.Relation path, ObjectType other) {
        return other.field(path.name().substring(other.plural().length() + 1));
    }

    private OwnCardPages.Group group(Snapshot record, ObjectType.Relation path, ObjectType other, Field field) {
        var found = ids(record.id(), path, other);
        var shown = found.stream().limit(SHOWN).toList();
        var rows = records.find(other.name(), shown);
        var label = ListWords.capitalised(Labels.objects(other));
        long links = other.fields().stream()
                .filter(f -> record.type().name().equals(f.target()))
                .count();
        return new OwnCardPages.Group(
                links > 1 ? Words.t("card.related.by", label, Labels.field(other, field)) : label,
                other.icon(),
                shown.stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .map(r -> tied(other, r))
                        .toList(),
                found.size() > SHOWN,
                other.own() != null && Actor.current().may(other.name(), Action.CREATE)
                        ? "/" + other.plural() + "/new?" + field.name() + "=" + record.id()
                        : "",
                other.listed() ? all(other, field, record.id()) : "");
    }

    private static String all(ObjectType other, Field field, UUID record) {
        var operator = field.type() == FieldType.LINKS ? Operator.HAS_ANY : Operator.IS;
        var test = new Criterion.Test(field.name(), operator, List.of(Values.text(record.toString())));
        var json = CriteriaJson.text(new Criterion.All(List.of(test)));
        return ListAddress.view(other.plural(), "").href() + "?filter="
                + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private List<UUID> ids(UUID record, ObjectType.Relation path, ObjectType other) {
        return sql.select(DSL.field("r.id", UUID.class))
                .from("records.link l JOIN " + other.table() + " r ON r.tenant_id = l.tenant_id AND r.id = l.from_id")
                .where(
                        "l.tenant_id = ? AND r.tenant_id = ? AND l.to_id = ? AND l.relation = ? AND r.deleted_at IS NULL",
                        Tenancy.id(),
                        Tenancy.id(),
                        record,
                        Objects.requireNonNull(path.link()))
                .and(TypeSql.only(other, "r"))
                .and(visibility.rows(other, "r"))
                .orderBy(DSL.field("r.id").desc())
                .limit(SHOWN + 1)
                .fetch(r -> r.value1());
    }

    private static OwnCardPages.Tied tied(ObjectType type, Snapshot record) {
        var title = record.title().isBlank() ? Words.t("list.nameless") : record.title();
        return new OwnCardPages.Tied(
                title,
                type.listed() ? "/" + type.plural() + "/" + record.id() : "",
                Avatars.initials(title),
                Avatars.hue(record.id()),
                stage(type, record));
    }

    /** Where it stands: the choice by which its board is laid out, else the first choice it has. */
    private static String stage(ObjectType type, Snapshot record) {
        var made = type.own();
        var board = made == null ? null : made.board();
        return type.fields().stream()
                .filter(f ->
                        board == null ? f.type() == FieldType.CHOICE : f.name().equals(board))
                .findFirst()
                .map(f -> ValueText.of(type, f, record.value(f.name()), java.util.Map.of()))
                .orElse("");
    }
}
