package relais.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.text.Fold;
import relais.records.imports.Mapping.ColumnMapping;
import relais.records.imports.Mapping.NewField;
import relais.records.imports.columns.ColumnProfile;
import relais.records.imports.columns.FileProfile;
import relais.records.imports.columns.Proposal;
import relais.records.imports.columns.Proposals;
import relais.records.imports.columns.Target;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** Proposes a whole mapping for a file. */
@Component
class Proposing {
    private static final Set<String> KEPT = Set.of("reference", "tier", "stage", "kind");
    private static final Set<String> JOINED = Set.of("emails", "phones", "addresses", "tags");

    /** The mapping that the columns suggest. */
    Mapping propose(ObjectType type, ImportSubject subject, FileProfile profile) {
        var proposals = new Proposals(labels(type), t -> offered(type, t)).propose(profile);
        var columns = new ArrayList<ColumnMapping>();
        proposals.forEach(p -> columns.add(column(type, p, profile.columns().get(p.column()))));
        var mapping = new Mapping(columns, List.of(), Map.of());
        var fields = columns.stream().map(c -> c.to().field()).collect(Collectors.toSet());
        return mapping.withRules(rules(subject, fields)).withDefaults(subject.defaults(fields));
    }

    /** The mapping of a former file where the columns have the same names, the proposed one elsewhere. */
    Mapping adopt(ObjectType type, Mapping saved, Mapping proposed) {
        var columns = new ArrayList<ColumnMapping>();
        for (var column : proposed.columns()) {
            columns.add(saved.columns().stream()
                    .filter(c -> Fold.key(c.header()).equals(Fold.key(column.header())))
                    .findFirst()
                    .map(c -> new ColumnMapping(
                            column.header(),
                            c.target(),
                            c.rule(),
                            c.made(),
                            c.values(),
                            column.order(),
                            column.french()))
                    .orElse(column));
        }
        return allowed(type, new Mapping(columns, saved.rules(), saved.defaults()));
    }

    /** The mapping without what this person may not do; a field that is not made is still known, to say so. */
    static Mapping allowed(ObjectType type, Mapping mapping) {
        var allowed = mapping;
        for (int i = 0; i < mapping.columns().size(); i++) {
            var column = mapping.columns().get(i);
            if (!offered(type, column.to())) {
                allowed = allowed.with(i, column.to(Target.SKIP.toString(), column.rule()));
            }
        }
        return allowed;
    }

    /** Whether this person may make fields. */
    static boolean mayMake() {
        return Actor.current().may(FieldDescription.NAME, Action.CONFIGURE);
    }

    /** Whether a column may go there. */
    static boolean offered(ObjectType type, Target target) {
        if (target.equals(Target.NEW)) {
            return mayMake();
        }
        if (!target.names()) {
            return !target.equals(Target.PARENT) || type.own() == null;
        }
        return type.field(target.field()).filter(Proposing::importable).isPresent();
    }

    static boolean importable(Field field) {
        return field.writable()
                && field.type() != FieldType.FILE
                && (field.type() != FieldType.LINK || field.target() != null);
    }

    /** How a column that goes there is treated when the record exists. */
    static Rule rule(Target target) {
        if (KEPT.contains(target.field())) {
            return Rule.KEEP;
        }
        if (JOINED.contains(target.field())) {
            return Rule.ADD;
        }
        return target.field().startsWith("custom.") || target.equals(Target.NEW) ? Rule.OVERWRITE : Rule.BLANK;
    }

    /** The field that a column would become. */
    static NewField made(ColumnProfile column, FieldType type) {
        var words = column.distinct().stream().map(ColumnProfile.Value::text);
        var choices = switch (type) {
            case CHOICE -> words;
            case CHOICES ->
                words.flatMap(w -> Stream.of(RowReader.separated(w)))
                        .filter(w -> !w.isEmpty())
                        .distinct();
            default -> Stream.<String>empty();
        };
        return new NewField(column.label(), type, choices.toList());
    }

    private static ColumnMapping column(ObjectType type, Proposal proposal, ColumnProfile column) {
        var target = foreign(type, proposal.target(), column) ? Target.NEW : proposal.target();
        @Nullable NewField made = target.equals(Target.NEW) ? made(column, column.type()) : null;
        if (made != null && !mayMake()) {
            target = Target.SKIP;
        }
        return new ColumnMapping(
                column.header(), target.toString(), rule(target), made, Map.of(), column.order(), column.french());
    }

    /** Whether a field of choices bears the column's name by chance: none of the column's values is one of its choices. */
    private static boolean foreign(ObjectType type, Target target, ColumnProfile column) {
        return type.field(target.field())
                .filter(f -> f.custom()
                        && f.type() == FieldType.CHOICE
                        && !column.distinct().isEmpty())
                .filter(f -> column.distinct().stream()
                        .noneMatch(v -> FieldInput.read(f, v.text(), Locale.FRENCH) instanceof FieldInput.Result.Value))
                .isPresent();
    }

    /** A rule is of use when the file has what it goes by. */
    private static List<String> rules(ImportSubject subject, Set<String> fields) {
        return subject.rules().stream()
                .filter(r -> switch (r) {
                    case "reference" -> fields.contains("reference");
                    case "email" -> fields.contains("emails");
                    case "phone" -> fields.contains("phones");
                    default ->
                        fields.contains("addresses") && (fields.contains("name") || fields.contains("familyName"));
                })
                .toList();
    }

    private static Map<String, String> labels(ObjectType type) {
        var labels = new HashMap<String, String>();
        for (var field : type.fields()) {
            var target = field.name().equals("addresses") ? "addresses#line1" : field.name();
            // What cannot be imported is left out, so that an exported file comes back as it was.
            var place = importable(field) ? target : Target.SKIP.toString();
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                labels.putIfAbsent(Fold.key(label(type, field, language)), place);
            }
            labels.putIfAbsent(Fold.key(field.name()), place);
        }
        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            labels.putIfAbsent(Fold.key(Words.in(language, "record.identifier")), Target.RECORD.toString());
        }
        labels.remove("");
        return labels;
    }

    static String label(ObjectType type, Field field, Locale language) {
        return field.labels().isEmpty()
                ? Words.in(language, "field." + type.name() + "." + field.name())
                : field.labels().getOrDefault(language.getLanguage(), field.name());
    }
}
