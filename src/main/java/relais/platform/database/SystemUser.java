package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs PostgreSQL's programs as an ordinary user, also when Relais was started by root. */
final class SystemUser {
    private static final String DEDICATED = "relais";

    private SystemUser() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The command as it has to be started so that it runs without any privilege, and ends with us. */
    static List<String> unprivileged(List<String> command, boolean endsWithUs) {
        var whole = new ArrayList<String>();
        if (isRoot() || (endsWithUs && Files.isExecutable(Path.of("/usr/bin/setpriv")))) {
            whole.add("setpriv");
            if (isRoot()) {
                String user = name();
                whole.addAll(List.of("--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--no-new-privs"));
            }
            if (endsWithUs) {
                whole.add("--pdeathsig=INT");
            }
        }
        whole.addAll(command);
        return whole;
    }

    /** Gives a folder and all below it to that user. */
    static void own(Path folder) {
        if (!isRoot()) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            var lookup = folder.getFileSystem().getUserPrincipalLookupService();
            var user = lookup.lookupPrincipalByName(name());
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setOwner(path, user);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + folder + " to the user of the database", e);
        }
    }

    private static String name() {
        return Holder.NAME;
    }

    private static String group(String user) {
        return exits(0, "getent", "group", user) ? user : "nogroup";
    }

    private static boolean exits(int code, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == code;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Holder {
        static final String NAME = find();

        private static String find() {
            boolean known = exits(0, "id", "-u", DEDICATED)
                    || exits(
                            0,
                            "useradd",
                            "--system",
                            "--user-group",
                            "--no-create-home",
                            "--shell",
                            "/usr/sbin/nologin",
                            DEDICATED);
            return known ? DEDICATED : "nobody";
        }
    }
}
