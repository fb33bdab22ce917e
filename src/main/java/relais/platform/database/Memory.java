package relais.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How much memory this machine has, or the container that Relais runs in. */
final class Memory {
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path CONTAINER = Path.of("/sys/fs/cgroup/memory.max");
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");

    private Memory() {}

    /** In bytes; 0 where the system does not tell. Read from files, because the management beans take 50 ms to load. */
    static long ofMachine() {
        var total = TOTAL.matcher(read(MACHINE));
        long machine = total.find() ? Long.parseLong(total.group(1)) << 10 : 0;
        var limit = read(CONTAINER).strip();
        return limit.matches("\\d{1,18}") ? Math.min(machine, Long.parseLong(limit)) : machine;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException untold) {
            return "";
        }
    }
}
