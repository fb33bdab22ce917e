package relais.records.rights;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.world.RelaisTest;
import relais.world.World;

/** Every part of the matrix of rights, with every check at work. */
@RelaisTest
class PermissionMatrixTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @TestFactory
    Stream<DynamicTest> everyRightHolds() {
        var matrix = new PermissionMatrix(context, world);
        return matrix.parts().entrySet().stream().map(p -> DynamicTest.dynamicTest(p.getKey(), p.getValue()::run));
    }
}
