package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relais.records.imports.ImportPages.Group;
import relais.records.imports.columns.Target;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.ui.Option;
import relais.ui.Words;

/** The places a column can go to, in words. */
final class Targets {
    private static final Map<String, List<String>> PARTS = Map.of(
            "phones", List.of("", "mobile", "work", "home", "other"),
            "emails", List.of("", "work", "home", "other"),
            "addresses", List.of("line1", "number", "line2", "line3", "postcode", "city", "country", "label", "more"));
    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("name", "building-2"),
            Map.entry("givenName", "user"),
            Map.entry("familyName", "user"),
            Map.entry("reference", "hash"),
            Map.entry("phones", "phone"),
            Map.entry("emails", "mail"),
            Map.entry("addresses", "map-pin"),
            Map.entry("tier", "flag"),
            Map.entry("stage", "milestone"),
            Map.entry("owner", "user-round-check"),
            Map.entry("site", "store"),
            Map.entry("tags", "tags"),
            Map.entry("language", "languages"),
            Map.entry("birthDate", "cake"),
            Map.entry("industry", "factory"),
            Map.entry("kind", "users"),
            Map.entry("parent", "building"),
            Map.entry("record", "link"),
            Map.entry("new", "plus"));

    private Targets() {}

    static List<Group> groups(ObjectType type) {
        var groups = new ArrayList<Group>();
        var other = new ArrayList<Option>();
        for (var target : List.of(Target.SKIP, Target.NEW, Target.PARENT, Target.RECORD)) {
            if (Proposing.offered(type, target)) {
                other.add(new Option(target.toString(), Words.t("imports.target." + target)));
            }
        }
        groups.add(new Group("", other));
        type.sections().forEach((section, fields) -> {
            var options = new ArrayList<Option>();
            fields.stream().filter(Proposing::importable).forEach(f -> options(type, f, options));
            if (!options.isEmpty()) {
                groups.add(new Group(Labels.section(type, section), options));
            }
        });
        return groups;
    }

    private static void options(ObjectType type, Field field, List<Option> options) {
        var parts = PARTS.getOrDefault(field.name(), List.of(""));
        for (var part : field.type() == FieldType.COLLECTION ? parts : List.of("")) {
            var target = new Target(field.name(), part);
            options.add(new Option(target.toString(), label(type, target)));
        }
    }

    static String label(ObjectType type, Target target) {
        if (!target.names()) {
            return Words.t("imports.target." + target);
        }
        return target.part().isEmpty()
                ? Labels.field(type, target.field())
                : Words.t("imports.target." + target.field() + "." + target.part());
    }

    static String icon(ObjectType type, Target target) {
        var known = ICONS.get(target.field());
        if (known != null) {
            return known;
        }
        return type.field(target.field()).map(f -> icon(f.type())).orElse("");
    }

    private static String icon(FieldType type) {
        return switch (type) {
            case NUMBER -> "binary";
            case PERCENT -> "percent";
            case DURATION -> "timer";
            case RATING -> "star";
            case URL -> "globe";
            case FILE -> "paperclip";
            case ADDRESS -> "map-pin";
            case DATE, INSTANT -> "calendar";
            case CHOICE, CHOICES -> "list-checks";
            case BOOLEAN -> "toggle-right";
            case MONEY -> "coins";
            case USER -> "user-round-check";
            case SITE -> "store";
            case TAGS -> "tags";
            case LINK, LINKS -> "link";
            case TEXT, LONG_TEXT, COLLECTION -> "text-cursor-input";
        };
    }
}
