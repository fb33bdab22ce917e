package relais.records.rights;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Grants;
import relais.identity.GuardedObject;
import relais.identity.GuardedObjects;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.lists.ListWords;
import relais.records.lists.SavedViews;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.RowRights;
import relais.records.types.Values;
import relais.ui.Words;

/** Gathers what the page of a role offers, from what the modules describe. */
@Component
class RoleOffers {
    private final ObjectTypes types;
    private final SavedViews views;
    private final ObjectProvider<GuardedObjects> objects;

    RoleOffers(ObjectTypes types, SavedViews views, ObjectProvider<GuardedObjects> objects) {
        this.types = types;
        this.views = views;
        this.objects = objects;
    }

    Offers offers() {
        var open = types.all().stream().filter(t -> types.description(t).open()).toList();
        return new Offers(
                guarded(),
                open.stream().filter(ObjectType::listed).map(this::fields).toList(),
                open.stream()
                        .filter(t -> types.description(t).rows() instanceof RowRights.Belonging)
                        .map(this::ruled)
                        .toList());
    }

    /** Every object at once, then each that a module guards. */
    private List<GuardedObject> guarded() {
        var all = new ArrayList<GuardedObject>();
        all.add(new GuardedObject(
                Grants.EVERY, Words.t("rights.every"), EnumSet.complementOf(EnumSet.of(Action.CONFIGURE))));
        objects.orderedStream().forEach(slot -> all.addAll(slot.all()));
        return all;
    }

    private Offers.Fields fields(ObjectType type) {
        var needed = types.needed(type);
        return new Offers.Fields(
                type.name(),
                ListWords.capitalised(Labels.object(type)),
                type.fields().stream()
                        .map(f -> new Offers.Closable(f.name(), Labels.field(type, f), !needed.contains(f.name())))
                        .toList());
    }

    private Offers.Ruled ruled(ObjectType type) {
        var own = (RowRights.Belonging) types.description(type).rows();
        var conditions = new LinkedHashMap<String, Offers.Condition>();
        conditions.put("sites", condition("rights.where.sites", own.site(), "mine"));
        conditions.put("mine", condition("rights.where.mine", own.owner(), "me"));
        conditions.put("team", condition("rights.where.team", own.owner(), "team"));
        views.of(type).stream()
                .filter(v -> v.id() != null && !v.criterion().equals(Criterion.everything()))
                .forEach(v -> conditions.put(
                        v.key(),
                        new Offers.Condition(
                                Words.t("rights.where.view", v.name()), CriteriaJson.text(v.criterion()))));
        return new Offers.Ruled(type.name(), ListWords.capitalised(Labels.objects(type)), Map.copyOf(conditions));
    }

    private static Offers.Condition condition(String label, String field, String value) {
        return new Offers.Condition(
                Words.t(label), CriteriaJson.text(new Criterion.Test(field, Operator.IS, List.of(Values.text(value)))));
    }
}
