package relais.platform.database;

import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Lets jOOQ throw Spring's exceptions, so that callers tell a taken key from a lost connection. */
final class SpringExceptions implements ExecuteListener {
    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    @Override
    public void exception(ExecuteContext context) {
        SQLException cause = context.sqlException();
        if (cause != null) {
            DataAccessException translated = TRANSLATOR.translate("query", context.sql(), cause);
            if (translated != null) {
                context.exception(translated);
            }
        }
    }
}
