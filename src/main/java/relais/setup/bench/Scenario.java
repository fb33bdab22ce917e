package relais.setup.bench;

import java.util.SplittableRandom;

/**
 * One thing that a client does again and again.
 *
 * @param budget what its 95th percentile may take at 8 clients, in milliseconds
 */
record Scenario(String name, int budget, Call call) {
    /** Does it once. */
    interface Call {
        void run(Visitor visitor, SplittableRandom random);
    }
}
