package relais.setup.seed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.platform.commands.Command;
import relais.platform.commands.Options;
import relais.platform.database.Upkeep;
import relais.platform.files.Home;

/** {@code ./relais seed}: a workspace full of made-up customers, for measuring. */
@Component
class SeedCommand implements Command {
    private static final int USAGE = 2;
    private static final int MOST = 5_000_000;
    private static final int MOST_HISTORY = 50_000_000;

    private final SeedPeople people;
    private final Seed seed;
    private final Upkeep upkeep;
    private final Home home;

    SeedCommand(SeedPeople people, Seed seed, Upkeep upkeep, Home home) {
        this.people = people;
        this.seed = seed;
        this.upkeep = upkeep;
        this.home = home;
    }

    @Override
    public String name() {
        return "seed";
    }

    @Override
    public String help() {
        return "--customers N --history M [--seed S]";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var options = Options.of(args).values();
        var customers = number(options, "customers", "1000", MOST);
        var history = number(options, "history", "0", MOST_HISTORY);
        var start = number(options, "seed", "1", Integer.MAX_VALUE);
        if (customers.isEmpty() || history.isEmpty() || start.isEmpty() || customers.get() == 0) {
            System.err.println("Usage: ./relais seed " + help() + " (at most " + MOST + " and " + MOST_HISTORY + ")");
            return USAGE;
        }
        long begun = System.nanoTime();
        var password = home.secret(Seeded.SECRET); // kept, so that the bench can sign in
        var company = people.found(Seeded.name(customers.get()), password);
        seed.fill(company, start.get(), customers.get(), history.get(), new Report());
        upkeep.afterGrowth();
        System.out.printf(
                "%,d customers and %,d entries in %d s. Sign in as ada%s or agent1%s with the password: %s%n",
                customers.get(),
                history.get(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                SeedPeople.DOMAIN,
                SeedPeople.DOMAIN,
                password);
        return 0;
    }

    /** Says now and then how far it is, and how fast the last part was written. */
    private static final class Report implements Seed.Progress {
        private long begun;
        private long told;
        private long next;

        @Override
        public synchronized void begins(String object, long all) {
            begun = System.nanoTime();
            told = 0;
            next = Math.max(1, all / 10);
        }

        @Override
        public synchronized void written(String object, long done, long all) {
            if (done < next && done < all) {
                return;
            }
            long now = System.nanoTime();
            System.out.printf(
                    "%s: %,d of %,d (%.0f/s)%n",
                    object, done, all, (done - told) / Math.max(0.001, (now - begun) / 1e9));
            begun = now;
            told = done;
            next = done + Math.max(1, all / 10);
        }
    }

    private static Optional<Integer> number(Map<String, String> options, String name, String usual, int most) {
        try {
            int number = Integer.parseInt(options.getOrDefault(name, usual));
            return number < 0 || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
