package relais.records.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.FieldUses;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObject;
import relais.ui.Words;

/** Saved views use fields as columns, conditions and order; boards by their columns; links lead to objects. */
@Component
class ViewUses implements FieldUses {
    private final FieldQueries queries;
    private final ObjectTypes types;

    ViewUses(FieldQueries queries, ObjectTypes types) {
        this.queries = queries;
        this.types = types;
    }

    @Override
    public List<Use> of(ObjectType type, Field field) {
        var uses = new ArrayList<Use>();
        for (var other : types.all()) {
            for (var view : queries.views(other)) {
                boolean own = other.name().equals(type.name());
                if (own ? names(view.text(), field.name()) : names(view.text(), type.plural() + "." + field.name())) {
                    uses.add(new Use(
                            Words.t("fields.use.view", view.name()),
                            other.listed() ? "/" + other.plural() + "?view=" + view.id() : null));
                }
            }
        }
        OwnObject made = type.own();
        if (made != null && field.name().equals(made.board())) {
            uses.add(new Use(Words.t("fields.use.board"), ObjectsTab.PATH + "/" + type.name() + "/edit"));
        }
        return uses;
    }

    /** Whether a view's text names the field as a word of its own. */
    static boolean names(String text, String name) {
        return Pattern.compile("(^|[\\s,\"-])" + Pattern.quote(name) + "($|[\\s,\"])")
                .matcher(text)
                .find();
    }

    @Override
    public List<Use> of(ObjectType type) {
        var uses = new ArrayList<Use>();
        for (var other : types.all()) {
            for (var field : other.fields()) {
                if (type.name().equals(field.target()) && !other.name().equals(type.name())) {
                    uses.add(new Use(
                            Words.t("fields.use.link", Labels.field(other, field), Labels.object(other)),
                            ObjectsTab.PATH + "/" + other.name()));
                }
            }
        }
        return uses;
    }
}
