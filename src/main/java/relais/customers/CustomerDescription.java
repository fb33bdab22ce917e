package relais.customers;

import static relais.records.types.Field.Trait.COMPUTED;
import static relais.records.types.Field.Trait.DEFAULT_COLUMN;
import static relais.records.types.Field.Trait.FLAG;
import static relais.records.types.Field.Trait.RANGED;
import static relais.records.types.Field.Trait.REQUIRED;
import static relais.records.types.Field.Trait.SORTABLE;
import static relais.records.types.Field.Trait.UNIQUE;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
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
                    Field.of("language", FieldType.CHOICE, "language", "profile")
                            .choosing("fr", "en", "de", "es", "it", "nl", "pt"),
                    Field.of("birthDate", FieldType.DATE, "birth_date", "profile"),
                    Field.of("industry", FieldType.TEXT, "industry", "profile"),
                    Field.of("preferences", FieldType.LONG_TEXT, "preferences", "profile")));

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

    @Override
    public boolean applies(Field field, ObjectNode state) {
        return switch (state.path("kind").asString("")) {
            case "person" -> !OF_OTHERS.contains(field.name()) && !OF_ORGANISATIONS.contains(field.name());
            case "organisation" -> !OF_PERSONS.contains(field.name());
            case "household" -> !OF_PERSONS.contains(field.name()) && !OF_ORGANISATIONS.contains(field.name());
            default -> true;
        };
    }
}
