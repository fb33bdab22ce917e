package relais.records.lists;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import relais.platform.web.Refused;

/** Filters without an index read every row; a search that takes too long ends with a sentence instead. */
@Component
class Patience {
    private static final String CANCELLED = "57014";

    private static final int SECONDS = 2;

    private final DSLContext sql;

    Patience(DSLContext sql) {
        var settings = SettingsTools.clone(sql.settings()).withQueryTimeout(SECONDS);
        this.sql = DSL.using(sql.configuration().derive(settings));
    }

    /** Whose queries end after two seconds; the driver watches them, which costs no statement of its own. */
    DSLContext sql() {
        return sql;
    }

    /** These rows, or a refusal when they took too long. */
    <T> List<T> fetch(Supplier<List<T>> query) {
        try {
            return query.get();
        } catch (DataAccessException failed) {
            if (cancelled(failed)) {
                throw new Refused("list.slow");
            }
            throw failed;
        }
    }

    private static boolean cancelled(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
