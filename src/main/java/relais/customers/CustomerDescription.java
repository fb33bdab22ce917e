package relais.customers;

import static relais.records.types.Field.Trait.COMPUTED;
import static relais.records.types.Field.Trait.DEFAULT_COLUMN;
import static relais.records.types.Field.Trait.FLAG;
import static relais.records.types.Field.Trait.RANGED;
import static relais.records.types.Field.Trait.REQUIRED;
import static relais.records.types.Field.Trait.SEARCHED;
import static relais.records.types.Field.Trait.SORTABLE;
import static relais.records.types.Field.Trait.UNIQUE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.platform.text.Fold;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.RowRights;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** A customer: a person, an organisation or a household we deal with. */
@Component
public class CustomerDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "customer";

    private static final Set<String> OF_PERSONS = Set.of("givenName", "familyName", "birthDate");
    private static final Set<String> OF_OTHERS = Set.of("name");
    private static final Set<String> OF_ORGANISATIONS = Set.of("industry");

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "customers",
            "customers.customer",
            "building-2",
            List.of("name", "reference"),
            true,
            List.of(
                    Field.of("name", FieldType.TEXT, "name", "identity", SORTABLE, DEFAULT_COLUMN)
                            .keyed("name_key"),
                    Field.of("kind", FieldType.CHOICE, "kind", "identity", REQUIRED, DEFAULT_COLUMN)
                            .choosing("person", "organisation", "household"),
                    Field.of("givenName", FieldType.TEXT, "given_name", "identity"),
                    Field.of("familyName", FieldType.TEXT, "family_name", "identity"),
                    Field.of("reference", FieldType.TEXT, "reference", "identity", UNIQUE)
                            .keyed("reference_key"),
                    Field.of("stage", FieldType.CHOICE, "stage", "identity", REQUIRED, DEFAULT_COLUMN)
                            .choosing("prospect", "customer", "former"),
                    Field.of("tier", FieldType.CHOICE, "tier", "identity", DEFAULT_COLUMN, RANGED)
                            .choosing("platinum", "gold", "silver", "bronze"),
                    points("phones", ContactPoints.PHONE),
                    points("emails", ContactPoints.EMAIL),
                    points("addresses", ContactPoints.ADDRESS),
                    Field.of("owner", FieldType.USER, "owner_id", "relationship", DEFAULT_COLUMN),
                    Field.of("site", FieldType.SITE, "site_id", "relationship", DEFAULT_COLUMN),
                    Field.of("shared", FieldType.BOOLEAN, "shared", "relationship", FLAG),
                    Field.of(
                            "lastContactAt",
                            FieldType.INSTANT,
                            "last_contact_at",
                            "relationship",
                            COMPUTED,
                            SORTABLE,
                            DEFAULT_COLUMN),
                    Field.of("tags", FieldType.TAGS, "tags", "relationship", DEFAULT_COLUMN)
                            .in(new Storage.Labels("customers.tag", "customers.tagging", "customer_id")),
                    Field.of("consents", FieldType.CHOICES, "consents", "relationship", COMPUTED)
                            .choosing(
                                    "marketing.email",
                                    "marketing.sms",
                                    "marketing.phone",
                                    "marketing.post",
                                    "surveys.email",
                                    "surveys.sms",
                                    "surveys.phone",
                                    "surveys.post",
                                    "partners.email",
                                    "partners.sms",
                                    "partners.phone",
                                    "partners.post"),
                    Field.of("recommendedBy", FieldType.LINK, "recommended_by", "relationship")
                            .linking("customer"),
                    Field.of("recommendedOn", FieldType.DATE, "recommended_on", "relationship"),
                    Field.of("language", FieldType.CHOICE, "language", "profile")
                            .choosing("fr", "en", "de", "es", "it", "nl", "pt"),
                    Field.of("birthDate", FieldType.DATE, "birth_date", "profile"),
                    Field.of("industry", FieldType.TEXT, "industry", "profile"),
                    Field.of("preferences", FieldType.LONG_TEXT, "preferences", "profile"),
                    Field.of("aliases", FieldType.LONG_TEXT, "aliases", "profile", SEARCHED)));

    private static Field points(String name, String kind) {
        return Field.of(name, FieldType.COLLECTION, kind, "contact")
                .in(new Storage.Children("customers.contact_point", "customer_id", kind));
    }

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public RowRights rows() {
        return new RowRights.Belonging("site", "owner", "shared");
    }

    @Override
    public void complete(ObjectNode state) {
        var named = personName(state);
        if (Values.empty(state.get("kind"))) {
            state.put("kind", named.isEmpty() ? "organisation" : "person");
        }
        if (!named.isEmpty()) {
            state.put("name", named);
        }
        if (Values.empty(state.get("stage"))) {
            state.put("stage", "customer");
        }
    }

    private static String personName(ObjectNode state) {
        return Stream.of("givenName", "familyName")
                .map(f -> state.path(f).asString(""))
                .filter(n -> !n.isBlank())
                .collect(Collectors.joining(" "));
    }

    @Override
    public boolean derived(Field field, ObjectNode state) {
        return field.name().equals("name") && !personName(state).isEmpty();
    }

    @Override
    public List<Problem> check(ObjectNode state) {
        return Values.title(TYPE, state).isBlank() ? List.of(Problem.of("name", "customer.nameless")) : List.of();
    }

    /** The names and references of customers that are merged into this one find it from then on. */
    @Override
    public void absorb(ObjectNode state, List<ObjectNode> former) {
        complete(state);
        var own = Stream.of("name", "reference")
                .map(f -> Fold.key(state.path(f).asString("")))
                .toList();
        var lines = new LinkedHashMap<String, String>();
        former.stream()
                .flatMap(f -> Stream.concat(
                        f.path("aliases").asString("").lines(),
                        Stream.of(f.path("name").asString(""), f.path("reference").asString(""))))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !own.contains(Fold.key(line)))
                .forEach(line -> lines.putIfAbsent(Fold.key(line), line));
        if (!lines.isEmpty()) {
            state.put("aliases", String.join("\n", lines.values()));
        }
    }

    @Override
    public boolean applies(Field field, ObjectNode state) {
        if (field.name().equals("aliases")) {
            return false; // shown once a merge has left some
        }
        return switch (state.path("kind").asString("")) {
            case "person" -> !OF_OTHERS.contains(field.name()) && !OF_ORGANISATIONS.contains(field.name());
            case "organisation" -> !OF_PERSONS.contains(field.name());
            case "household" -> !OF_PERSONS.contains(field.name()) && !OF_ORGANISATIONS.contains(field.name());
            default -> true;
        };
    }
}
