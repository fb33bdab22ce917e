package relais.records.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.records.rights.Hotswap.Answer;
import relais.world.RelaisTest;
import relais.world.World;

/**
 * Switches off each single check of rights in turn and asks the matrix whether it notices. It takes minutes, so it runs
 * only when asked: {@code -Dtest=PermissionMutations}, for one check with {@code -Drelais.mutations=NAME}.
 */
@RelaisTest
class PermissionMutations {
    /** The checks: class, method, and what it answers when it is switched off. */
    private static final List<String> CHECKS = List.of(
            "relais.identity.Grants#allow YES",
            "relais.identity.Actor#require NOTHING",
            "relais.identity.team.TeamTab#require NOTHING",
            "relais.identity.door.Viewing#allows YES",
            "relais.identity.door.Visits#borrowed GIVEN",
            "relais.identity.team.People#keepAnAdministrator NOTHING",
            "relais.identity.Reach#owns YES",
            "relais.identity.Reach#sees YES",
            "relais.identity.Reach#where EMPTY_TEXT",
            "relais.records.Records#may YES",
            "relais.records.Writer#require NOTHING",
            "relais.records.WriteRights#check NOTHING",
            "relais.records.WriteRights#fields NOTHING",
            "relais.records.OwnReach#check NOTHING",
            "relais.records.OwnReach#checkWritten NOTHING",
            "relais.records.types.Visibility#whole YES",
            "relais.records.types.Visibility#rows NO_CONDITION",
            "relais.records.types.Visibility#open NO_CONDITION",
            "relais.records.types.Visibility#opens YES",
            "relais.records.types.Visibility#reaches YES",
            "relais.records.types.Visibility#keep NOTHING",
            "relais.records.types.Visibility#keepReached NOTHING",
            "relais.records.types.Visibility#changes YES",
            "relais.records.types.ObjectTypes#seen GIVEN",
            "relais.records.types.ObjectTypes#closed NO_OPTIONAL",
            "relais.records.types.ObjectType#trim GIVEN",
            "relais.records.changes.Change#seen THIS",
            "relais.records.changes.Operations#sees YES",
            "relais.records.criteria.RoleConditions#rows NO_CONDITION",
            "relais.records.search.Sight#ruled EMPTY_TEXT",
            "relais.records.search.Sight#closed EMPTY_TEXT",
            "relais.records.rights.RoleDescription#allows YES",
            "relais.records.rights.Shares#require NOTHING",
            "relais.timeline.PersonalNotes#entries EMPTY_TEXT",
            "relais.timeline.PersonalNotes#notes EMPTY_TEXT");

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Test
    void everyCheckThatIsSwitchedOffIsNoticed() throws Exception {
        Hotswap.install();
        assertThat(noticed()).as("with every check at work").isEmpty();
        var survivors = new ArrayList<String>();
        for (var check : CHECKS) {
            var parts = check.split("[# ]");
            if (!java.util.Arrays.stream(Answer.values())
                    .map(Enum::name)
                    .toList()
                    .contains(parts[2])) {
                continue;
            }
            var only = System.getProperty("relais.mutations", "true");
            if (!only.equals("true") && !check.contains(only)) {
                continue;
            }
            try (var off = Hotswap.off(Class.forName(parts[0]), parts[1], Answer.valueOf(parts[2]))) {
                var noticed = noticed();
                System.out.printf("MUTANT %-58s %s%n", check, noticed.isEmpty() ? "SURVIVED" : noticed);
                if (noticed.isEmpty()) {
                    survivors.add(check);
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    /** The first part that fails, and how; empty when none does. */
    private String noticed() throws ExecutionException, InterruptedException {
        PermissionMatrix matrix;
        try {
            matrix = new PermissionMatrix(context, world);
        } catch (AssertionError | RuntimeException e) {
            return "nobody can sign in";
        }
        for (var part : matrix.parts().entrySet()) {
            try {
                part.getValue().run();
            } catch (AssertionError | RuntimeException e) {
                var said = String.valueOf(e.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse("");
                return part.getKey() + ": " + said.substring(0, Math.min(90, said.length()));
            }
        }
        return "";
    }
}
