package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import relais.platform.commands.Commands;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
@ExtendWith(OutputCaptureExtension.class)
class ImportCommandTest {
    private static final String CUSTOMERS = """
            Référence;Nom;E-mail;Ville
            C-1;Boulangerie Girard;contact@girard.example;Lyon
            C-2;Garage Morel;garage@@morel;Nantes
            C-3;Menuiserie Blanc;atelier@blanc.example;Lyon
            """;

    @Autowired
    Commands commands;

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @TempDir
    Path folder;

    private World.Company company;

    @BeforeEach
    void anEmptyWorkspace() {
        company = world.verdier();
        world.withoutCustomers(company);
    }

    @Test
    void aFileComesInAndWhatIsRefusedIsKeptWithItsReason(CapturedOutput output) throws Exception {
        var file = Files.writeString(folder.resolve("clients.csv"), CUSTOMERS);
        var refused = folder.resolve("refused.csv");
        assertThat(bring(file.toString(), "--refused", refused.toString())).isZero();
        assertThat(output.getOut()).contains("3 rows: 2 would be created").contains("2 created, 0 changed");
        assertThat(Files.readString(refused)).contains("C-2").contains("garage@@morel");
        assertThat(bring(file.toString())).isZero();
        assertThat(output.getOut()).contains("0 created, 0 changed, 2 as they were");
    }

    @Test
    void aDryRunWritesNothingAndLeavesNoFile(CapturedOutput output) throws Exception {
        var file = Files.writeString(folder.resolve("clients.csv"), CUSTOMERS);
        int before = files();
        assertThat(bring("--dry-run", file.toString())).isZero();
        assertThat(output.getOut()).contains("2 would be created").doesNotContain("2 created");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence(CapturedOutput output) throws Exception {
        var file = Files.writeString(folder.resolve("clients.csv"), CUSTOMERS).toString();
        said(output, 2, "Usage: ./relais import FILE");
        said(output, 2, "Usage:", file, file);
        said(output, 2, "Usage:", file, "--objet", "customer");
        said(output, 2, "Usage:", file, "--duplicates", "all");
        said(output, 2, "There is no file", folder.resolve("nothing.csv").toString());
        said(output, 2, "Files hold records of: customer", file, "--object", "field");
        said(output, 2, "Nobody in this workspace", file, "--user", "nobody@verdier.example");
        said(output, 2, "may not import", file, "--user", company.reader().email());
        said(
                output,
                1,
                "",
                Files.write(folder.resolve("empty.csv"), new byte[0]).toString());
    }

    private void said(CapturedOutput output, int code, String sentence, String... words) {
        int before = output.getErr().length();
        assertThat(bring(words)).as(String.join(" ", words)).isEqualTo(code);
        assertThat(output.getErr().substring(before).strip().lines())
                .hasSize(1)
                .allMatch(line -> line.contains(sentence));
    }

    private int files() {
        return world.asAdministrator(() -> imports.recent().size());
    }

    private int bring(String... words) {
        var all = new ArrayList<>(List.of(words));
        if (words.length > 0) {
            all.addAll(List.of("--workspace", "Maison Verdier"));
        }
        return commands.run("import", all);
    }
}
