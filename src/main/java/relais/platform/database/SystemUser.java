package relais.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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
        if (endsWithUs && known("setsid")) {
            whole.add("setsid"); // Ctrl-C in the terminal is for Relais, which then stops the database last
        }
        if (isRoot() || (endsWithUs && known("setpriv"))) {
            whole.add("setpriv");
            whole.addAll(isRoot() ? privileges(name()) : List.of());
            whole.addAll(endsWithUs ? List.of("--pdeathsig=INT") : List.of());
        }
        whole.addAll(command);
        return whole;
    }

    private static List<String> privileges(String user) {
        return List.of("--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--no-new-privs");
    }

    private static boolean known(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program));
    }

    /** Refuses a folder below one that only root enters, such as /root: the database could not reach its data. */
    static void refuseUnreachable(Path folder) {
        if (!isRoot()) {
            return;
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (!othersEnter(above)) {
                throw new StartRefused("The database runs as the user " + name() + ", who may not enter " + above
                        + ". Choose another data folder, for example --home /var/lib/relais.");
            }
        }
    }

    private static boolean othersEnter(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a folder and all below it to that user, when they are not its own already. */
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
