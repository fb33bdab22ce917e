package relais.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Colleagues named in a note: an @ and a name whose parts hang together by no-break spaces. */
final class Mentions {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}])@\\p{L}[\\p{L}'’-]*(?:\u00a0[\\p{L}'’-]+)*");

    private Mentions() {}

    /** A piece of text, or a mention. */
    public record Part(String text, boolean mention) {}

    static List<Part> parts(String body) {
        var parts = new ArrayList<Part>();
        var matcher = MENTION.matcher(body);
        int end = 0;
        while (matcher.find()) {
            add(parts, body.substring(end, matcher.start()), false);
            add(parts, matcher.group(), true);
            end = matcher.end();
        }
        add(parts, body.substring(end), false);
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean mention) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, mention));
        }
    }
}
