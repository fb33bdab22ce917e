package relais.records.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import relais.platform.text.Fold;
import relais.platform.text.Visible;
import relais.records.types.Choice;
import relais.records.types.ChoiceLines;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** An object as an administrator describes it. */
public record ObjectForm(
        String oneFr,
        String manyFr,
        String oneEn,
        String manyEn,
        String titleFr,
        String titleEn,
        String icon,
        List<Line> sections,
        String board,
        boolean boardFirst) {
    /** The icons on offer. */
    static final List<String> ICONS = List.of(
            "boxes",
            "hard-hat",
            "factory",
            "building",
            "house",
            "store",
            "map",
            "route",
            "truck",
            "wrench",
            "package-check",
            "briefcase",
            "handshake",
            "contact",
            "users",
            "headset",
            "heart",
            "star",
            "trophy",
            "flag",
            "milestone",
            "calendar",
            "calendar-clock",
            "clock",
            "timer",
            "ticket",
            "tag",
            "key-round",
            "shield",
            "file-text",
            "notebook-pen",
            "folder-open",
            "archive",
            "database",
            "server",
            "globe",
            "megaphone",
            "gift",
            "coins",
            "piggy-bank",
            "cake",
            "flask-conical");

    private static final int LONGEST = 60;
    private static final int MOST_SECTIONS = 20;

    /** One part of the card: its code, empty for a new one, and its words. */
    public record Line(String code, String fr, String en) {}

    static ObjectForm empty() {
        return new ObjectForm("", "", "", "", "", "", ICONS.getFirst(), List.of(), "", false);
    }

    static ObjectForm of(Snapshot object) {
        var sections = ChoiceLines.parse(object.text("sections")).stream()
                .map(c -> new Line(
                        c.code(),
                        c.labels().getOrDefault("fr", c.code()),
                        c.labels().getOrDefault("en", c.code())))
                .toList();
        return new ObjectForm(
                object.text("oneFr"),
                object.text("manyFr"),
                object.text("oneEn"),
                object.text("manyEn"),
                object.text("titleFr"),
                object.text("titleEn"),
                object.text("icon"),
                sections,
                object.text("board"),
                object.text("firstView").equals("board"));
    }

    static ObjectForm read(MultiValueMap<String, String> params) {
        return new ObjectForm(
                text(params, "oneFr"),
                text(params, "manyFr"),
                text(params, "oneEn"),
                text(params, "manyEn"),
                text(params, "titleFr"),
                text(params, "titleEn"),
                text(params, "icon"),
                lines(params),
                text(params, "board"),
                text(params, "firstView").equals("board"));
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        return word(params.getFirst(name));
    }

    /** The signs that part code and languages where words are kept do not stand in one. */
    private static String word(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\s*\\R\\s*", " ")
                        .replaceAll("\\s+([/=])\\s+", "$1")
                        .strip();
    }

    private static List<Line> lines(MultiValueMap<String, String> params) {
        var codes = params.getOrDefault("choiceCode", List.of());
        var french = params.getOrDefault("choiceFr", List.of());
        var english = params.getOrDefault("choiceEn", List.of());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < french.size(); i++) {
            var line = new Line(at(codes, i), at(french, i), at(english, i));
            if (!line.fr().isEmpty() || !line.en().isEmpty() || !line.code().isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? word(values.get(i)) : "";
    }

    /** Message keys of what is wrong, by input. */
    Map<String, String> problems(Set<String> takenFr, Set<String> takenEn, Set<String> used, Set<String> boards) {
        var problems = new LinkedHashMap<String, String>();
        name(problems, "oneFr", oneFr, true, takenFr);
        name(problems, "manyFr", manyFr, false, takenFr);
        name(problems, "oneEn", oneEn, false, takenEn);
        name(problems, "manyEn", manyEn, false, takenEn);
        name(problems, "titleFr", titleFr, false, Set.of());
        name(problems, "titleEn", titleEn, false, Set.of());
        if (!ICONS.contains(icon)) {
            problems.put("icon", "objects.wrong.icon");
        }
        if (!board.isEmpty() && !boards.contains(board)) {
            problems.put("board", "objects.wrong.board");
        }
        var wrong = wrongSections(used);
        if (!wrong.isEmpty()) {
            problems.put("sections", wrong);
        }
        return problems;
    }

    private static void name(
            Map<String, String> problems, String input, String text, boolean required, Set<String> taken) {
        boolean nothing = text.isEmpty() || Visible.nothing(text);
        if (required && nothing || text.length() > LONGEST || !text.isEmpty() && nothing) {
            problems.put(input, "objects.wrong.name");
        } else if (!nothing && taken.contains(Fold.key(text))) {
            problems.put(input, "objects.wrong.taken");
        }
    }

    private String wrongSections(Set<String> used) {
        var codes = new HashSet<String>();
        var words = new HashSet<String>();
        for (var line : sections) {
            codes.add(line.code());
            if (line.fr().isEmpty() || line.fr().length() > LONGEST || line.en().length() > LONGEST) {
                return "objects.wrong.section";
            }
            if (!words.add(Fold.key(line.fr()))) {
                return "objects.wrong.section.twice";
            }
        }
        if (sections.size() > MOST_SECTIONS) {
            return "objects.wrong.section.many";
        }
        return codes.containsAll(used) ? "" : "objects.wrong.section.used";
    }

    /** The values that the object's record takes; what is not said follows from what is. */
    ObjectNode values() {
        var values = Values.object();
        values.put("oneFr", oneFr);
        values.put("manyFr", or(manyFr, plural(oneFr)));
        values.put("oneEn", or(oneEn, oneFr));
        values.put("manyEn", or(manyEn, plural(or(oneEn, oneFr))));
        values.put("titleFr", or(titleFr, "Nom"));
        values.put("titleEn", or(titleEn, titleFr.isEmpty() ? "Name" : titleFr));
        values.put("icon", icon);
        values.put("sections", sectionLines());
        values.put("board", board);
        values.put("firstView", boardFirst && !board.isEmpty() ? "board" : "list");
        return values;
    }

    private static String or(String said, String else_) {
        return said.isEmpty() ? else_ : said;
    }

    private static String plural(String word) {
        return word.matches("(?i).*[sxz]") ? word : word + "s";
    }

    private String sectionLines() {
        var codes = new HashSet<>(sections.stream().map(Line::code).toList());
        codes.addAll(List.of("main", "custom", "belonging"));
        var all = new ArrayList<Choice>();
        for (var line : sections) {
            var code = line.code().isEmpty() ? fresh(ChoiceLines.code(line.fr()), codes) : line.code();
            all.add(new Choice(code, Map.of("fr", line.fr(), "en", or(line.en(), line.fr()))));
        }
        return ChoiceLines.format(all);
    }

    private static String fresh(String wish, Set<String> taken) {
        var base = wish.length() > 40 ? wish.substring(0, 40) : wish;
        var code = base;
        for (int i = 2; !taken.add(code); i++) {
            code = base + "_" + i;
        }
        return code;
    }
}
