package relais.setup.bench;

import java.util.ArrayList;
import java.util.List;

/** What went wrong: the first few failures in words, and how many there were. */
final class Failures {
    private static final int TOLD = 5;

    private final List<String> first = new ArrayList<>();
    private int count;

    synchronized void remember(RuntimeException failure) {
        count++;
        if (first.size() < TOLD) {
            first.add(String.valueOf(failure.getMessage()));
        }
    }

    synchronized int count() {
        return count;
    }

    synchronized List<String> first() {
        return List.copyOf(first);
    }
}
