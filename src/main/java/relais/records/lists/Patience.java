package relais.records.lists;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import relais.platform.web.Refused;

/** Filters without an index read every row; a search that takes too long ends with a sentence instead. */
@Component
class Patience {
    private static final String CANCELLED = "57014";

    private final DSLContext sql;

    Patience(DSLContext sql) {
        this.sql = sql;
    }

    /** Waits for these rows for two seconds. */
    <T> List<T> fetch(Supplier<List<T>> query) {
        try {
            sql.query("SET LOCAL statement_timeout = 2000").execute();
            var rows = query.get();
            sql.query("SET LOCAL statement_timeout = 0").execute();
            return rows;
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
