package relais.customers;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.RowRights;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** An affiliation: someone works for or belongs to an organisation or household, with role and dates. */
@Component
public class AffiliationDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "affiliation";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "affiliations",
            "customers.affiliation",
            "link-2",
            List.of("role"),
            false,
            List.of(
                    Field.of("person", FieldType.LINK, "person_id", "main", REQUIRED)
                            .linking(CustomerDescription.NAME),
                    Field.of("organisation", FieldType.LINK, "organisation_id", "main", REQUIRED)
                            .linking(CustomerDescription.NAME),
                    Field.of("kind", FieldType.CHOICE, "kind", "main", REQUIRED)
                            .choosing("employment", "membership", "subsidiary"),
                    Field.of("role", FieldType.TEXT, "role", "main"),
                    Field.of("main", FieldType.BOOLEAN, "main", "main"),
                    Field.of("startedOn", FieldType.DATE, "started_on", "main"),
                    Field.of("endedOn", FieldType.DATE, "ended_on", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    /** Seen from either end; the name of an end that is out of reach stays hidden. */
    @Override
    public RowRights rows() {
        return new RowRights.Following(List.of("person", "organisation"));
    }

    @Override
    public void complete(ObjectNode state) {
        if (Values.empty(state.get("kind"))) {
            state.put("kind", "employment");
        }
    }

    @Override
    public List<Problem> check(ObjectNode state) {
        var start = state.path("startedOn").asString("");
        var end = state.path("endedOn").asString("");
        if (!start.isEmpty() && !end.isEmpty() && end.compareTo(start) < 0) {
            return List.of(Problem.of("endedOn", "affiliation.backwards"));
        }
        return state.path("person").equals(state.path("organisation"))
                ? List.of(Problem.of("organisation", "affiliation.itself"))
                : List.of();
    }
}
