package relais.records.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import relais.identity.Workspaces;
import relais.platform.commands.Commands;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
@ExtendWith(OutputCaptureExtension.class)
class VerifyCommandTest {
    @Autowired
    Commands commands;

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Seals seals;

    @Autowired
    Workspaces workspaces;

    @TempDir
    Path folder;

    @Test
    void aByteThatIsChangedInOneOfSeveralWorkspacesIsToldWithTheExitCode(CapturedOutput output) throws IOException {
        write(world.verdier());
        write(world.kerval());
        assertThat(verify()).isZero();
        assertThat(output.getOut())
                .contains(slug(world.verdier()) + ": intact.")
                .contains(slug(world.kerval()) + ": intact.")
                .contains("0 waiting");
        var heads = kept(output);
        assertThat(verify("--head", heads.toString())).isZero();

        new Chains(world.kerval().id())
                .tamper("UPDATE records.change SET after = jsonb_set(after, '{name}', '\"Y\"')"
                        + " WHERE tenant_id = $T AND version_after = 1");
        assertThat(verify()).isEqualTo(1);
        assertThat(output.getOut())
                .contains(slug(world.kerval()) + ": NOT INTACT")
                .contains("change altered: ");
        assertThat(verify("--workspace", slug(world.verdier()))).isZero();
        assertThat(verify("--workspace", "nowhere")).isEqualTo(2);
        assertThat(verify("frob")).isEqualTo(2);

        var verdier = new Chains(world.verdier().id());
        verdier.tamper("DELETE FROM records.seal WHERE tenant_id = $T");
        verdier.tamper("DELETE FROM records.seal_entry WHERE tenant_id = $T");
        verdier.tamper("UPDATE records.operation SET sealed = NULL WHERE tenant_id = $T");
        assertThat(verify("--workspace", slug(world.verdier()), "--head", heads.toString()))
                .isEqualTo(1);
        assertThat(output.getOut()).contains("tail cut: 0 1");
    }

    @Test
    void thePageHasTheChainVerifiedAndHandsOutItsHead() {
        write(world.verdier());
        var browser = world.browserOf(world.verdier().administrator());
        var page = browser.page("/operations");
        assertThat(page.select("#proof").text()).contains("Opérations scellées").contains("Dernier sceau");
        assertThat(page.select("tr.seal")).isNotEmpty();
        assertThat(page.select("tr.seal").text()).contains("Scellé");
        assertThat(browser.post("/operations/verification").statusCode()).isEqualTo(303);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        browser.page("/operations").select("#proof .tag").text().matches("Chaîne (intacte|altérée)"));
        var head = browser.get("/operations/head.json");
        assertThat(Head.parse(head.body()))
                .get()
                .extracting(Head::id)
                .isEqualTo(world.verdier().id());
        var agent = world.browserOf(world.verdier().agent());
        assertThat(agent.get("/operations/head.json").statusCode()).isEqualTo(403);
        assertThat(agent.post("/operations/verification").statusCode()).isEqualTo(403);
        assertThat(agent.page("/operations").select("#proof form, #proof a")).isEmpty();
        assertThat(agent.page("/operations").select("#proof").text()).contains("Chaîne");
        assertThat(browser.page("/operations?kind=creation").select("tr.seal")).isEmpty();
        assertThat(browser.page("/operations?kind=creation").text()).contains("Nature");
    }

    private String slug(World.Company company) {
        return workspaces.find(company.id()).orElseThrow().slug();
    }

    private Path kept(CapturedOutput output) throws IOException {
        int before = output.getOut().length();
        assertThat(verify("head")).isZero();
        return Files.writeString(folder.resolve("heads.json"), output.getOut().substring(before));
    }

    private void write(World.Company company) {
        world.as(company, company.administrator(), () -> {
            records.write(
                    Intent.of("customer.create", "X"),
                    w -> w.create(
                            "customer",
                            Values.object().put("kind", "organisation").put("name", "X")));
            seals.all();
        });
    }

    private int verify(String... words) {
        return commands.run("verify", List.of(words));
    }
}
