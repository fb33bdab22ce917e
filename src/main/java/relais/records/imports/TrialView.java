package relais.records.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.records.imports.ImportPages.Changed;
import relais.records.imports.ImportPages.Differences;
import relais.records.imports.ImportPages.Duplicate;
import relais.records.imports.ImportPages.Duplicates;
import relais.records.imports.ImportPages.FieldCount;
import relais.records.imports.ImportPages.Rejection;
import relais.records.imports.ImportPages.Rejections;
import relais.records.imports.ImportPages.Value;
import relais.records.imports.TrialRows.Decision;
import relais.records.imports.TrialRows.Outcome;
import relais.records.imports.TrialRows.Shown;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Ledger;
import relais.ui.Pager;
import relais.ui.Term;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads what the page of a dry run shows. */
@Component
class TrialView {
    private static final int CHANGES = 20;
    private static final int DUPLICATES = 25;
    private static final double SAME = 0.995;

    /** Likenesses are told by what is alike. */
    private static final Set<String> NO_REASON = Set.of("", "alike", ImportSubject.HINT);

    /** What a rule that recognised the record says already. */
    private static final Map<String, Set<String>> IMPLIED =
            Map.of("namePostcode", Set.of("fullName", "name", "postcode"));

    private final Workshop workshop;
    private final TrialRows rows;
    private final ReferenceNames names;

    TrialView(Workshop workshop, TrialRows rows, ReferenceNames names) {
        this.workshop = workshop;
        this.rows = rows;
        this.names = names;
    }

    @Transactional(readOnly = true)
    public ImportPages.Trial page(Import file, long after, long duplicatesAfter) {
        var found = file.trial() == null ? MissingNode.getInstance() : file.trial();
        var type = NewFields.plan(workshop.type(file.object()), file.mapping()).type();
        int undecided = rows.undecided(file.id());
        int writable = found.path("created").asInt(0)
                + found.path("changed").asInt(0)
                + found.path("duplicates").asInt(0)
                - undecided;
        return new ImportPages.Trial(
                file.id(),
                workshop.into(file.object()),
                ImportSteps.at(file.id(), 2),
                file.state() == Import.State.TRYING,
                0,
                ledger(file, found),
                Words.t(
                        "imports.tried",
                        file.fileName(),
                        Math.max(0.1, found.path("millis").asInt(0) / 1000.0)),
                writable,
                differences(file, type, found, after),
                duplicates(file, found, undecided, duplicatesAfter),
                rejections(found));
    }

    private static Ledger ledger(Import file, JsonNode found) {
        var parts = new ArrayList<Term>();
        term(parts, found, "created", false);
        term(parts, found, "changed", false);
        if (found.path("unchanged").asInt(0) > 0) {
            term(parts, found, "unchanged", false);
        }
        term(parts, found, "duplicates", true);
        term(parts, found, "rejected", false);
        return new Ledger(
                Words.t("imports.would"), new Term(file.rows(), Words.t("imports.term.read", file.rows()), ""), parts);
    }

    private static void term(List<Term> parts, JsonNode found, String name, boolean waits) {
        int count = found.path(name).asInt(0);
        var anchor = switch (name) {
            case "changed" -> "#differences";
            case "duplicates" -> "#duplicates";
            case "rejected" -> "#rejections";
            default -> "";
        };
        parts.add(new Term(count, Words.t("imports.would." + name, count), anchor, waits && count > 0));
    }

    private Differences differences(Import file, ObjectType type, JsonNode found, long after) {
        var page = rows.page(file.id(), Outcome.CHANGED, after, CHANGES + 1);
        boolean more = page.size() > CHANGES;
        var shown = more ? page.subList(0, CHANGES) : page;
        var people = names.of(type, values(shown));
        var changed = shown.stream().map(s -> changed(type, s, people)).toList();
        var fields = new ArrayList<FieldCount>();
        found.path("byField")
                .properties()
                .forEach(e -> fields.add(new FieldCount(
                        Labels.field(type, e.getKey()), e.getValue().asInt(0))));
        int all = found.path("changed").asInt(0);
        var path = "/imports/" + file.id() + "/trial";
        var pager = new Pager(
                Words.t(
                        "imports.changed.position",
                        changed.size(),
                        found.path("shown").asInt(0)),
                after > 0 ? path : "",
                more ? path + "?after=" + shown.getLast().number() : "");
        return new Differences(all, found.path("values").asInt(0), changed, fields, pager);
    }

    /** The users and sites named in differences, as values by field. */
    private static List<JsonNode> values(List<Shown> shown) {
        var values = new ArrayList<JsonNode>();
        shown.forEach(s -> Difference.parse(s.detail().path("differences")).forEach(d -> {
            for (var value : List.of(d.before(), d.file())) {
                var node = Values.object();
                node.set(d.field(), value);
                values.add(node);
            }
        }));
        return values;
    }

    private static Changed changed(ObjectType type, Shown shown, Map<UUID, String> people) {
        var values = Difference.parse(shown.detail().path("differences")).stream()
                .map(d -> value(type, d, shown, people))
                .toList();
        return new Changed(
                shown.number(),
                shown.title(),
                "/" + type.plural() + "/" + shown.record(),
                shown.detail().path("reference").asString(""),
                values);
    }

    private static Value value(ObjectType type, Difference difference, Shown shown, Map<UUID, String> people) {
        var field = type.field(difference.field());
        boolean joined = difference.rule() == Rule.ADD;
        return new Value(
                difference.field(),
                Labels.field(type, difference.field()),
                joined
                        ? ""
                        : field.map(f -> before(type, f, difference, people)).orElse(""),
                field.map(f -> text(type, f, difference.file(), people)).orElse(""),
                Words.t("imports.rule." + difference.rule()),
                !difference.written(),
                difference.written() && !shown.skipped().contains(difference.field()));
    }

    private static String before(ObjectType type, Field field, Difference difference, Map<UUID, String> people) {
        var text = text(type, field, difference.before(), people);
        return text.isEmpty() && !difference.written() ? Words.t("imports.blank") : text;
    }

    private static String text(ObjectType type, Field field, JsonNode value, Map<UUID, String> people) {
        return ValueText.of(type, field, value, people);
    }

    private Duplicates duplicates(Import file, JsonNode found, int undecided, long after) {
        var page = rows.page(file.id(), Outcome.DUPLICATE, after, DUPLICATES + 1);
        boolean more = page.size() > DUPLICATES;
        var shown = more ? page.subList(0, DUPLICATES) : page;
        var type = workshop.type(file.object());
        return new Duplicates(
                found.path("duplicates").asInt(0),
                undecided,
                shown.stream().map(s -> duplicate(type, s)).toList(),
                more
                        ? "/imports/" + file.id() + "/trial?duplicates="
                                + shown.getLast().number() + "#duplicates"
                        : "");
    }

    static Duplicate duplicate(ObjectType type, Shown shown) {
        var detail = shown.detail();
        boolean inFile = shown.other() != null;
        long otherLine = detail.path("otherLine").asLong(0);
        return new Duplicate(
                shown.number(),
                shown.title().isEmpty() ? Words.t("imports.nameless") : shown.title(),
                inFile ? Words.t("imports.lines", otherLine, shown.line()) : Words.t("imports.line", shown.line()),
                inFile ? "" : Words.t("imports.like") + " ",
                detail.path("otherTitle").asString(""),
                shown.record() == null ? "" : "/" + type.plural() + "/" + shown.record(),
                reason(detail, inFile),
                inFile,
                shown.decision() == null ? detail.path("advice").asString("") : "",
                shown.decision() == Decision.LINK,
                shown.decision() == Decision.CREATE);
    }

    /** In words, each reason once: « même téléphone, nom 0,93 ». */
    private static String reason(JsonNode detail, boolean inFile) {
        var rule = detail.path("rule").asString("");
        var codes = new LinkedHashSet<String>();
        if (!NO_REASON.contains(rule)) {
            codes.add(rule);
        }
        if (detail.path("name").asDouble(0) > SAME) {
            codes.add("fullName");
        } else if (detail.has("name")) {
            codes.add("name");
        }
        detail.path("reasons").forEach(r -> codes.add(r.asString()));
        codes.removeAll(IMPLIED.getOrDefault(rule, Set.of()));
        var parts = new ArrayList<String>();
        codes.forEach(c -> parts.add(
                Words.t("imports.same." + c, Math.round(detail.path("name").asDouble(0) * 100) / 100.0)));
        if (inFile) {
            parts.add(Words.t("imports.twice"));
        }
        return String.join(", ", parts);
    }

    private static Rejections rejections(JsonNode found) {
        var reasons = new ArrayList<Rejection>();
        found.path("byReason").properties().forEach(e -> {
            var args = new ArrayList<String>();
            e.getValue().path("args").forEach(a -> args.add(a.asString("")));
            var column = e.getValue().path("column").asString("");
            var example = Words.t("imports.line", e.getValue().path("line").asLong(0))
                    + (column.isEmpty() ? "" : ", " + column)
                    + (args.isEmpty() ? "" : Words.t("imports.colon") + args.getFirst());
            reasons.add(new Rejection(
                    Words.or("imports.reason." + e.getKey(), Words.t("problem." + e.getKey(), args.toArray())),
                    example,
                    e.getValue().path("count").asInt(0)));
        });
        reasons.sort((a, b) -> Integer.compare(b.count(), a.count()));
        return new Rejections(found.path("rejected").asInt(0), reasons);
    }
}
