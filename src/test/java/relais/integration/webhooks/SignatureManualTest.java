package relais.integration.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three ways of the manual to check a signature agree with ours, and find one changed byte. */
class SignatureManualTest {
    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String ID = "msg_0197a000-0000-7000-8000-000000000000";
    private static final String BODY = "{\"type\":\"customers.created\",\"data\":{\"name\":\"Élan\"}}";

    @TempDir
    Path folder;

    private final long now = System.currentTimeMillis() / 1000;
    private final String signature = "v1," + Secrets.sign(SECRET, ID, now, BODY.getBytes(StandardCharsets.UTF_8));

    private static String example(String language) throws Exception {
        var found = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/api-webhooks.md")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int run(List<String> command, String body) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        process.environment().put("SECRET", SECRET);
        process.environment().put("ID", ID);
        process.environment().put("TIMESTAMP", Long.toString(now));
        process.environment().put("BODY", body);
        process.environment().put("SIGNATURE", "v1,other " + signature);
        process.environment().put("LC_ALL", "C.UTF-8");
        var started = process.start();
        started.getInputStream().readAllBytes();
        assertThat(started.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return started.exitValue();
    }

    private void agrees(List<String> command) throws Exception {
        assertThat(run(command, BODY)).as(command.toString()).isZero();
        assertThat(run(command, BODY.replace("Élan", "Elan")))
                .as(command.toString())
                .isNotZero();
    }

    @Test
    void opensslAgrees() throws Exception {
        agrees(List.of("bash", "-c", "set -eu\n" + example("bash")));
    }

    @Test
    void pythonAgrees() throws Exception {
        var script = example("python") + """

                import os, sys
                headers = {"webhook-id": os.environ["ID"], "webhook-timestamp": os.environ["TIMESTAMP"],
                           "webhook-signature": os.environ["SIGNATURE"]}
                sys.exit(0 if genuine(os.environ["SECRET"], headers, os.environ["BODY"].encode()) else 1)
                """;
        agrees(List.of("python3", "-c", script));
    }

    @Test
    void javaAgrees() throws Exception {
        var source = "class Check {\n" + example("java")
                + "public static void main(String[] a) throws Exception { var e = System.getenv();"
                + " System.exit(genuine(e.get(\"SECRET\"), e.get(\"ID\"), e.get(\"TIMESTAMP\"), e.get(\"SIGNATURE\"),"
                + " e.get(\"BODY\").getBytes(\"UTF-8\")) ? 0 : 1); }\n}\n";
        var file = Files.writeString(folder.resolve("Check.java"), source);
        agrees(List.of(System.getProperty("java.home") + "/bin/java", "-Dfile.encoding=UTF-8", file.toString()));
    }
}
