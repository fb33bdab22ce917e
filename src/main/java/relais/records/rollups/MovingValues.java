package relais.records.rollups;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Tenancy;
import relais.records.criteria.Criterion;
import relais.records.formulas.Computations;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;

/** Values that change with the day alone: formulas that ask for today, figures whose conditions do. */
@Component
class MovingValues {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Computations computations;
    private final RollUps rollUps;
    private final RecomputeTask task;
    private final TransactionTemplate transaction;

    MovingValues(
            DSLContext sql,
            ObjectTypes types,
            Computations computations,
            RollUps rollUps,
            RecomputeTask task,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.types = types;
        this.computations = computations;
        this.rollUps = rollUps;
        this.task = task;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Computes them for this day, slice by slice, unless that is done. */
    void refresh(LocalDate today, BooleanSupplier stopping) {
        for (var type : Objects.requireNonNull(transaction.execute(status -> due(today)))) {
            if (refresh(type, stopping)) {
                transaction.executeWithoutResult(status -> done(type, today));
            }
        }
    }

    private List<ObjectType> due(LocalDate today) {
        return types.all().stream()
                .filter(this::moves)
                .filter(t -> !isDone(t, today))
                .toList();
    }

    private boolean moves(ObjectType type) {
        return computations.of(type).moving() || rollUps.on(type).stream().anyMatch(r -> dated(r.where()));
    }

    static boolean dated(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all.of().stream().anyMatch(MovingValues::dated);
            case Criterion.Any any -> any.of().stream().anyMatch(MovingValues::dated);
            case Criterion.None none -> none.of().stream().anyMatch(MovingValues::dated);
            case Criterion.Test test -> test.operator().days();
            case Criterion.Related related -> true;
        };
    }

    private boolean refresh(ObjectType type, BooleanSupplier stopping) {
        var after = new UUID(0, 0);
        while (!stopping.getAsBoolean()) {
            var from = after;
            var slice = Objects.requireNonNull(transaction.execute(status -> task.slice(type, from)));
            if (slice.last()) {
                return true;
            }
            if (slice.waits()) {
                RecomputeTask.pause();
            }
            after = slice.place();
        }
        return false;
    }

    private boolean isDone(ObjectType type, LocalDate day) {
        return sql.resultQuery(
                        "SELECT 1 FROM records.derived_day d WHERE d.tenant_id = ? AND d.object = ? AND d.day >= ?",
                        Tenancy.id(),
                        type.name(),
                        day)
                .fetchOptional()
                .isPresent();
    }

    private void done(ObjectType type, LocalDate day) {
        sql.query(
                        "INSERT INTO records.derived_day (tenant_id, object, day) VALUES (?, ?, ?)"
                                + " ON CONFLICT (tenant_id, object) DO UPDATE SET day = EXCLUDED.day",
                        Tenancy.id(),
                        type.name(),
                        day)
                .execute();
    }
}
