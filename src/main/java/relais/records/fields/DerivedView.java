package relais.records.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import relais.platform.web.NotFound;
import relais.records.formulas.FormulaChecks;
import relais.records.rollups.RollUpDesigns;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldRule;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.ui.Face;
import relais.ui.Option;
import relais.ui.Words;

/** Builds what stands beside the table of fields for formulas, roll-ups and rules. */
@Component
class DerivedView {
    private final ObjectTypes types;
    private final FieldView fields;
    private final FormulaChecking checking;
    private final RollUpDesigns designs;
    private final RollUpRows rows;

    DerivedView(ObjectTypes types, FieldView fields, FormulaChecking checking, RollUpDesigns designs, RollUpRows rows) {
        this.types = types;
        this.fields = fields;
        this.checking = checking;
        this.designs = designs;
        this.rows = rows;
    }

    ObjectType type(String object) {
        ObjectsTab.require();
        return RecordObjects.described(types).stream()
                .filter(t -> t.name().equals(object))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    String page(Model model, ObjectType type, DerivedPages.Side side) {
        model.addAttribute("page", fields.show(type, null).beside(side));
        return "records/fields/index";
    }

    DerivedStore.Names names(Field field) {
        return new DerivedStore.Names(
                field.labels().getOrDefault("fr", ""), field.labels().getOrDefault("en", ""), field.section());
    }

    private static DerivedPages.Naming naming(ObjectType type, DerivedStore.Names names) {
        return new DerivedPages.Naming(names.labelFr(), names.labelEn(), names.section(), FieldView.sections(type));
    }

    DerivedPages.FormulaPane formula(
            ObjectType type,
            @Nullable Snapshot record,
            DerivedStore.Names names,
            String text,
            Map<String, String> problems) {
        var own = record == null
                ? null
                : type.field("custom." + record.text("code")).orElse(null);
        var path = ObjectsTab.PATH + "/" + type.name();
        var checked = text.isEmpty() && !problems.containsKey("formula")
                ? DerivedPages.Checked.NOTHING
                : checking.checked(text, type, checking.read(text, type, own), true);
        return new DerivedPages.FormulaPane(
                record == null ? null : record.id(),
                record == null ? Words.t("fields.new") : record.text("labelFr"),
                path,
                naming(type, names),
                new DerivedPages.Input(
                        "formula",
                        Words.t("fields.formula"),
                        Words.t("fields.formula.hint"),
                        text,
                        path + "/formulas/check" + (record == null ? "" : "?id=" + record.id()),
                        checked),
                FormulaChecking.inserts(type),
                problems,
                record == null ? null : fields.existing(type, record));
    }

    DerivedPages.RollUpPane rollUp(
            ObjectType type, @Nullable Snapshot record, RollUpForm form, Map<String, String> problems) {
        var ways = designs.ways(type);
        var way = ways.stream().filter(w -> w.name().equals(form.way())).findFirst();
        var measurable =
                way.map(w -> designs.measurable(w.over(), form.figure())).orElse(List.of());
        return new DerivedPages.RollUpPane(
                record == null ? null : record.id(),
                record == null ? Words.t("fields.new") : record.text("labelFr"),
                ObjectsTab.PATH + "/" + type.name(),
                naming(type, form.names()),
                form.way(),
                ways.stream()
                        .map(w -> new Option(w.name(), FieldWords.capital(w.label())))
                        .toList(),
                form.figure().name().toLowerCase(Locale.ROOT),
                Arrays.stream(Derivation.Figure.values())
                        .map(f -> new Option(
                                f.name().toLowerCase(Locale.ROOT),
                                Words.t("fields.figure." + f.name().toLowerCase(Locale.ROOT))))
                        .toList(),
                form.measured(),
                way.map(w -> options(w.over(), measurable)).orElse(List.of()),
                way.map(w -> options(w.over(), RollUpRows.fields(w.over()))).orElse(List.of()),
                way.map(w -> rows.shown(w.over(), form.conditions())).orElse(List.of()),
                problems,
                record == null ? null : fields.existing(type, record));
    }

    private static List<Option> options(ObjectType type, List<Field> of) {
        return of.stream().map(f -> new Option(f.name(), Labels.field(type, f))).toList();
    }

    DerivedPages.RulePane rule(ObjectType type, Field field, RuleForm form, Map<String, String> problems) {
        var path = ObjectsTab.PATH + "/" + type.name();
        return new DerivedPages.RulePane(
                Labels.field(type, field),
                path,
                field.name(),
                input(type, "valid", form.valid()),
                form.messageFr(),
                form.messageEn(),
                input(type, "requiredWhen", form.requiredWhen()),
                form.preset(),
                form.single(),
                relais.records.SingleValues.fits(field),
                FormulaChecking.inserts(type),
                problems);
    }

    private DerivedPages.Input input(ObjectType type, String name, String text) {
        var checked = text.isEmpty()
                ? DerivedPages.Checked.NOTHING
                : checking.checked(text, type, FormulaChecks.rule(text, type), false);
        return new DerivedPages.Input(
                name,
                Words.t("fields.rules." + name),
                Words.t("fields.rules." + name + ".hint"),
                text,
                ObjectsTab.PATH + "/" + type.name() + "/formulas/check?input=" + name,
                checked);
    }

    /** What the table says of the rules of a field. */
    static String words(Field field) {
        var said = new ArrayList<String>();
        var rule = field.rule();
        if (rule != null) {
            add(said, rule.single(), "fields.rule.unique");
            add(said, rule.requiredWhen() != null, "fields.rule.when");
            add(said, rule.valid() != null, "fields.rule.checked");
            add(said, rule.preset() != null, "fields.rule.preset");
        }
        return String.join(", ", said);
    }

    private static void add(List<String> said, boolean applies, String key) {
        if (applies) {
            said.add(Words.t(key));
        }
    }

    /** A rule as its form shows it. */
    RuleForm form(ObjectType type, Field field, @Nullable FieldRule rule) {
        return rule == null
                ? RuleForm.EMPTY
                : new RuleForm(
                        FormulaChecking.shown(rule.valid(), type),
                        rule.messageFr(),
                        rule.messageEn(),
                        FormulaChecking.shown(rule.requiredWhen(), type),
                        PresetText.shown(type, field, rule.preset(), Face.language()),
                        rule.single());
    }
}
