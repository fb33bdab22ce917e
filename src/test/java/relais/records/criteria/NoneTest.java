package relais.records.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.lists.ListQueries;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class NoneTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    ListQueries lists;

    @Autowired
    ObjectTypes types;

    @BeforeEach
    void threeCustomers() {
        if (count("{\"field\":\"name\",\"op\":\"starts\",\"values\":[\"Rien\"]}") == 0) {
            customer("{\"kind\":\"organisation\",\"name\":\"Rien d’or\",\"tier\":\"gold\"}");
            customer("{\"kind\":\"organisation\",\"name\":\"Rien d’argent\",\"tier\":\"silver\"}");
            customer("{\"kind\":\"organisation\",\"name\":\"Rien du tout\"}");
        }
    }

    @Test
    void whatHasNoValueIsNotTheOneThatIsExcluded() {
        assertThat(without("{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}"))
                .isEqualTo(2);
        assertThat(without("{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\",\"silver\"]}"))
                .isEqualTo(1);
        assertThat(without("{\"field\":\"industry\",\"op\":\"contains\",\"values\":[\"bois\"]}"))
                .isEqualTo(3);
    }

    private int without(String test) {
        return count("""
                {"all": [{"field": "name", "op": "starts", "values": ["Rien"]}, {"none": [%s]}]}""".formatted(test));
    }

    private int count(String criteria) {
        var criterion = CriteriaJson.read(Values.parse(criteria));
        return world.asAdministrator(
                () -> lists.count(types.of("customer"), criterion).n());
    }

    private void customer(String values) {
        world.asAdministrator(() -> records.write(
                Intent.of("record.create", "Rien"), w -> w.create("customer", (ObjectNode) Values.parse(values))));
    }
}
