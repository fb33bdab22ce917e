package relais.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.forms.ChangeFeed;
import relais.ui.Formats;
import relais.ui.Words;

/** The chips that filter the thread; their counts come after the page, and only up to a bound. */
@Component
class ThreadChips {
    private static final int MOST = 10_000;
    private static final int MOST_CHANGES = 1_000;
    private static final List<String> KINDS = List.of("", "note", "call", "meeting", "change");

    private final ThreadQueries queries;
    private final ChangeFeed changes;

    ThreadChips(ThreadQueries queries, ChangeFeed changes) {
        this.queries = queries;
        this.changes = changes;
    }

    static ThreadPages.Chips plain(ThreadPages.Stretch stretch) {
        var all = KINDS.stream().map(k -> chip(k, "", stretch.kind())).toList();
        return new ThreadPages.Chips(stretch, all);
    }

    private static ThreadPages.Chip chip(String kind, String count, String current) {
        var label = Words.t("thread.chip." + (kind.isEmpty() ? "all" : kind));
        return new ThreadPages.Chip(kind, label, count, kind.equals(current));
    }

    @Transactional(readOnly = true)
    ThreadPages.Chips counted(Threads.Wanted wanted) {
        var stretch =
                new ThreadPages.Stretch(wanted.customer(), wanted.kind(), wanted.query(), wanted.at(), List.of(), "");
        var moment = wanted.moment();
        var counts = queries.counts(wanted.customer(), moment);
        int total = counts.values().stream().mapToInt(i -> i).sum();
        int changed = changes.count(wanted.customer(), moment);
        var chips = new ArrayList<ThreadPages.Chip>();
        for (var kind : KINDS) {
            chips.add(chip(kind, count(kind, counts, total, changed), wanted.kind()));
        }
        return new ThreadPages.Chips(stretch, chips);
    }

    private static String count(String kind, Map<String, Integer> counts, int total, int changed) {
        return switch (kind) {
            case "" -> bounded(total, MOST);
            case "change" -> bounded(changed, MOST_CHANGES);
            default -> total > MOST ? "" : Formats.number(counts.getOrDefault(kind, 0));
        };
    }

    private static String bounded(int count, int most) {
        return count > most ? Words.t("thread.more", most) : Formats.number(count);
    }
}
