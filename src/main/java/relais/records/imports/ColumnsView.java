package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.platform.text.Dates;
import relais.records.imports.ImportPages.Column;
import relais.records.imports.ImportPages.Columns;
import relais.records.imports.ImportPages.DefaultField;
import relais.records.imports.ImportPages.FileFacts;
import relais.records.imports.ImportPages.Line;
import relais.records.imports.ImportPages.Preview;
import relais.records.imports.ImportPages.RuleRow;
import relais.records.imports.ImportPages.Word;
import relais.records.imports.Mapping.ColumnMapping;
import relais.records.imports.columns.ColumnProfile;
import relais.records.imports.columns.FileProfile;
import relais.records.imports.columns.Target;
import relais.records.imports.source.Layout;
import relais.records.imports.source.Row;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.Lexicon;
import relais.records.types.ObjectType;
import relais.records.types.ReferenceNames;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Option;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Reads what the mapping page shows. */
@Component
class ColumnsView {
    static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE");
    static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final int MOST_WORDS = 30;

    private final ImportStore store;
    private final Workshop workshop;
    private final Wordings wordings;
    private final ReferenceNames names;
    private final Directory directory;
    private final KeptMappings kept;

    ColumnsView(
            ImportStore store,
            Workshop workshop,
            Wordings wordings,
            ReferenceNames names,
            Directory directory,
            KeptMappings kept) {
        this.store = store;
        this.workshop = workshop;
        this.wordings = wordings;
        this.names = names;
        this.directory = directory;
        this.kept = kept;
    }

    @Transactional(readOnly = true)
    public Columns page(Import file, long row) {
        var type = workshop.type(file.object());
        var profile = store.profile(file.id());
        var groups = Targets.groups(type);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < profile.columns().size(); i++) {
            columns.add(column(
                    type,
                    groups,
                    file.mapping().columns().get(i),
                    profile.columns().get(i)));
        }
        int known = (int) file.mapping().columns().stream()
                .filter(c -> !c.to().equals(Target.SKIP))
                .count();
        return new Columns(
                file.id(),
                workshop.into(file.object()),
                ImportSteps.at(file.id(), 1),
                known,
                columns,
                rules(file),
                moreRules(file),
                defaults(type, file.mapping()),
                facts(file, profile),
                preview(file, row),
                kept.options(file.object()),
                NewFields.TYPES.stream()
                        .map(t -> new Option(t.name(), Words.t("imports.type." + t.name())))
                        .toList(),
                Words.t(type.own() == null ? "imports.matching" : "imports.matching.own"));
    }

    private Column column(
            ObjectType type, List<ImportPages.Group> groups, ColumnMapping mapping, ColumnProfile profile) {
        var target = mapping.to();
        boolean made = target.equals(Target.NEW);
        var words = words(type, mapping, profile);
        var open =
                words.stream().filter(w -> w.code().equals("?")).map(Word::text).toList();
        return new Column(
                profile.index(),
                profile.header(),
                String.join(", ", profile.examples()),
                mapping.target(),
                Targets.icon(type, target),
                groups,
                made,
                mapping.made() == null ? profile.label() : mapping.made().label(),
                mapping.made() == null
                        ? profile.type().name()
                        : mapping.made().type().name(),
                mapping.rule().name(),
                ruleOptions(type, target),
                target.names() || made,
                Formats.percent(profile.fill() / 100.0),
                words,
                open.isEmpty() ? "" : Words.t("imports.translate", open.size(), String.join(", ", open)),
                target.equals(Target.SKIP) && mapping.made() != null && !Proposing.mayMake()
                        ? Words.t("imports.skipped.new", mapping.made().label())
                        : "");
    }

    private static List<Option> ruleOptions(ObjectType type, Target target) {
        boolean several = type.field(target.field())
                .filter(f -> f.type() == FieldType.COLLECTION || f.type() == FieldType.TAGS)
                .isPresent();
        return Stream.of(Rule.KEEP, Rule.BLANK, several ? Rule.ADD : Rule.OVERWRITE, Rule.OVERWRITE)
                .distinct()
                .map(r -> new Option(r.name(), Words.t("imports.rule." + r.name())))
                .toList();
    }

    /** Values that no choice, user or site is called by; a translated one shows its translation. */
    private List<Word> words(ObjectType type, ColumnMapping mapping, ColumnProfile profile) {
        var field = type.field(mapping.to().field());
        if (field.isEmpty() || !Wordings.worded(field.get().type())) {
            return List.of();
        }
        var known = Objects.requireNonNull(wordings.of(type, field.get()));
        var options = codes(type, field.get(), known);
        var words = new ArrayList<Word>();
        for (var value : profile.distinct()) {
            if (words.size() < MOST_WORDS && known.find(value.text()).isEmpty()) {
                words.add(new Word(
                        words.size(), value.text(), mapping.values().getOrDefault(value.text(), "?"), options));
            }
        }
        return words;
    }

    private List<Option> codes(ObjectType type, Field field, Lexicon known) {
        var options = new ArrayList<Option>();
        options.add(new Option("?", Words.t("imports.word.open")));
        options.add(new Option("", Words.t("imports.word.blank")));
        if (field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES) {
            field.choices().forEach(c -> options.add(new Option(c.code(), Labels.choice(type, field, c))));
        } else {
            var ids = known.meanings().stream().map(UUID::fromString).toList();
            directory.names(ids).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(e -> options.add(new Option(e.getKey().toString(), e.getValue())));
        }
        return options;
    }

    private List<RuleRow> rules(Import file) {
        var rows = new ArrayList<RuleRow>();
        var trial = file.trial();
        for (var rule : file.mapping().rules()) {
            int hits = trial == null ? -1 : trial.path("byRule").path(rule).asInt(0);
            rows.add(new RuleRow(
                    rule,
                    Words.t("imports.match." + rule),
                    hits < 0 ? "" : Words.t("imports.rows", hits),
                    rows.isEmpty()));
        }
        return rows;
    }

    private List<Option> moreRules(Import file) {
        return workshop.subject(file.object()).rules().stream()
                .filter(r -> !file.mapping().rules().contains(r))
                .map(r -> new Option(r, Words.t("imports.match." + r)))
                .toList();
    }

    private static List<DefaultField> defaults(ObjectType type, Mapping mapping) {
        return type.fields().stream()
                .filter(f -> f.has(Field.Trait.REQUIRED) && f.type() == FieldType.CHOICE && !mapping.uses(f.name()))
                .map(f -> new DefaultField(
                        f.name(),
                        Labels.field(type, f),
                        mapping.defaults().getOrDefault(f.name(), ""),
                        f.choices().stream()
                                .map(c -> new Option(c.code(), Labels.choice(type, f, c)))
                                .toList()))
                .toList();
    }

    private static FileFacts facts(Import file, FileProfile profile) {
        var layout = file.layout();
        boolean csv = layout.format() == Layout.Format.CSV;
        return new FileFacts(
                file.fileName(),
                Words.t("imports.content", profile.rows(), profile.columns().size()),
                csv
                        ? Words.t("imports.writing", charset(layout.charset()), delimiter(layout.delimiter()))
                        : Words.t("imports.writing.xlsx", Objects.requireNonNullElse(layout.sheet(), "")),
                dates(profile),
                Objects.requireNonNullElse(layout.charset(), ""),
                String.valueOf(layout.delimiter()),
                CHARSETS.stream().map(c -> new Option(c, charset(c))).toList(),
                DELIMITERS.stream()
                        .map(d -> new Option(d, delimiter(d.charAt(0))))
                        .toList(),
                Objects.requireNonNullElse(layout.sheet(), ""),
                layout.sheets().stream().map(s -> new Option(s, s)).toList(),
                layout.headerRow());
    }

    private static String charset(@Nullable String name) {
        return "windows-1252".equals(name) ? "Windows-1252" : String.valueOf(name);
    }

    private static String delimiter(char c) {
        return c == '\t' ? Words.t("imports.tab") : String.valueOf(c);
    }

    private static String dates(FileProfile profile) {
        return profile.columns().stream()
                .filter(c -> c.type() == FieldType.DATE)
                .findFirst()
                .map(c -> Words.t(
                        c.examples().stream().anyMatch(e -> e.matches("\\d{4}.*"))
                                ? "imports.dates.year"
                                : c.order() == Dates.Order.DAY_FIRST ? "imports.dates.day" : "imports.dates.month"))
                .orElse("");
    }

    private @Nullable Preview preview(Import file, long number) {
        var prepared = workshop.prepare(file);
        Row row;
        boolean more;
        try (var rows = prepared.source().rows(Math.max(0, number - 1))) {
            if (!rows.hasNext()) {
                return null;
            }
            row = rows.next();
            more = rows.hasNext();
        }
        var reading = prepared.reader().read(List.of(row)).getFirst();
        var completed = prepared.subject().completed(prepared.reader().withDefaults(reading.values()));
        var title = Values.title(prepared.type(), completed);
        return new Preview(
                row.number(),
                more,
                title,
                Avatars.initials(title),
                Avatars.hue(new UUID(file.id().getMostSignificantBits(), row.number())),
                completed.path("kind").asString("").equals("organisation"),
                lines(prepared, completed, reading.parent(), file.mapping()),
                reading.problems().stream()
                        .map(p -> p.column().isEmpty()
                                ? p.sentence()
                                : p.column() + Words.t("imports.colon") + p.sentence())
                        .toList());
    }

    private List<Line> lines(Preparation prepared, JsonNode values, String parent, Mapping mapping) {
        var lines = new ArrayList<Line>();
        var people = names.of(prepared.type(), List.of(values));
        var old = workshop.type(prepared.type().name());
        for (var field : prepared.type().fields()) {
            var value = values.get(field.name());
            if (!Values.empty(value) && !prepared.type().titles().getFirst().equals(field.name())) {
                lines.add(new Line(
                        Labels.field(prepared.type(), field),
                        ValueText.of(prepared.type(), field, value, people),
                        old.field(field.name()).isEmpty()));
            }
        }
        if (!parent.isEmpty()) {
            lines.add(new Line(Words.t("imports.target.parent"), parent, false));
        }
        return lines;
    }
}
