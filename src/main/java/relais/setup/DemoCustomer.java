package relais.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A customer of the demonstration as it was made, with the names of the people who work there. */
record DemoCustomer(UUID id, ObjectNode values, List<String> people) {
    DemoCustomer(UUID id, ObjectNode values) {
        this(id, values, new ArrayList<>());
    }

    String title() {
        var name = values.path("name").asString("");
        return name.isEmpty()
                ? values.path("givenName").asString() + " "
                        + values.path("familyName").asString()
                : name;
    }

    boolean organisation() {
        return values.path("kind").asString().equals("organisation");
    }
}
