package relais.platform.database;

import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Lets jOOQ throw Spring's exceptions, so that callers tell a taken key from a lost connection. */
final class SpringExceptions implements ExecuteListener {
    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    @Override
    public void exception(ExecuteContext context) {
        SQLException cause = context.sqlException();
        if (cause != null) {
            context.exception(of(cause, context.sql()));
        }
    }

    /** The exception of Spring that tells what became of this statement. */
    static DataAccessException of(SQLException cause, @Nullable String sql) {
        var translated = TRANSLATOR.translate("query", sql, cause);
        return translated == null ? new UncategorizedSQLException("query", sql, cause) : translated;
    }
}
