package relais.records.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.formulas.Computations;
import relais.records.formulas.Formula;
import relais.records.formulas.FormulaChecks;
import relais.records.formulas.FormulaHelp;
import relais.records.formulas.Mistake;
import relais.records.rollups.RollUpDesigns;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.ui.Face;
import relais.ui.Words;

/** Reads formulas as they are typed and tries them on real records. */
@Component
class FormulaChecking {
    private static final int SAMPLES = 3;
    private static final int LOOKED_AT = 5_000;

    private final DSLContext sql;
    private final Records records;
    private final Computations computations;
    private final RollUpDesigns designs;

    FormulaChecking(DSLContext sql, Records records, Computations computations, RollUpDesigns designs) {
        this.sql = sql;
        this.records = records;
        this.computations = computations;
        this.designs = designs;
    }

    /** Reads the formula of a field; {@code own} is the field that has it already. */
    Formula.Reading read(String text, ObjectType type, @Nullable Field own) {
        var reading = FormulaChecks.check(text, type, own);
        if (reading instanceof Formula.Reading.Good good) {
            var stacking = designs.stackedBy(type, own, good.formula().reads());
            if (stacking.isPresent()) {
                return new Formula.Reading.Bad(
                        new Mistake(0, Math.max(1, text.length()), "stacked", List.of(stacking.get()), null));
            }
        }
        return reading;
    }

    /** What the page shows of a formula that was read. */
    @Transactional(readOnly = true)
    DerivedPages.Checked checked(String text, ObjectType type, Formula.Reading reading, boolean tried) {
        return switch (reading) {
            case Formula.Reading.Bad bad -> new DerivedPages.Checked(wrong(text, bad.mistake()), "", List.of());
            case Formula.Reading.Good good ->
                new DerivedPages.Checked(
                        null,
                        Words.t("formula.kind." + good.formula().kind()),
                        tried ? samples(type, good.formula()) : List.of());
        };
    }

    static DerivedPages.Wrong wrong(String text, Mistake mistake) {
        return new DerivedPages.Wrong(
                mistake.sentence(), mistake.parts(text), mistake.repair(), mistake.repaired(text));
    }

    private List<DerivedPages.Sample> samples(ObjectType type, Formula formula) {
        var kept = formula.fieldType();
        var shown = new ArrayList<DerivedPages.Sample>();
        var found = records.find(type.name(), ids(type, formula));
        found.values().forEach(record -> shown.add(sample(type, formula, record, kept)));
        return shown;
    }

    private DerivedPages.Sample sample(ObjectType type, Formula formula, Snapshot record, @Nullable FieldType kept) {
        var result = formula.value(record.values(), computations.day());
        var value = kept == null || result.value().isNull()
                ? ""
                : ValueText.of(type, Field.of("sample", kept, "sample", "main"), result.value(), Map.of());
        var note = result.mark() == null ? "" : Words.t("formula.mark." + result.mark());
        return new DerivedPages.Sample(record.title(), value, note);
    }

    /** Records that hold something in a field that the formula reads, if there are any near. */
    private List<UUID> ids(ObjectType type, Formula formula) {
        var filled = formula.reads().stream()
                .sorted()
                .flatMap(n -> type.field(n).stream())
                .map(f -> FilledSql.of(type, f))
                .findFirst()
                .orElse("TRUE");
        var ids = ids(type, filled);
        return ids.isEmpty() ? ids(type, "TRUE") : ids;
    }

    private List<UUID> ids(ObjectType type, String filled) {
        return sql.resultQuery(
                        "SELECT r.id FROM (SELECT * FROM " + type.table()
                                + " q WHERE q.tenant_id = ? AND q.deleted_at IS NULL" + type.only("q") + " LIMIT "
                                + LOOKED_AT
                                + ") r WHERE r.tenant_id = ? AND " + filled + " LIMIT " + SAMPLES,
                        Tenancy.id(),
                        Tenancy.id())
                .fetch(0, UUID.class);
    }

    /** What can be put into formulas over this object. */
    static DerivedPages.Inserts inserts(ObjectType type) {
        var fields = type.fields().stream()
                .map(f -> new DerivedPages.Insert(FormulaHelp.spelled(type, f), Labels.field(type, f), f.name()))
                .toList();
        var functions = FormulaHelp.functions(Face.language()).stream()
                .map(f -> new DerivedPages.Insert(f.name() + "()", f.name() + "()", f.help()))
                .toList();
        return new DerivedPages.Inserts(fields, functions);
    }

    /** The kept formula in the reader's words; as it is kept when it no longer holds. */
    static String shown(@Nullable String kept, ObjectType type) {
        if (kept == null) {
            return "";
        }
        return Formula.read(kept, type) instanceof Formula.Reading.Good good
                ? good.formula().shown(Face.language())
                : kept;
    }
}
