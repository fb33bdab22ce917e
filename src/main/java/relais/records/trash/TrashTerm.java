package relais.records.trash;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;

/** How many days a workspace keeps what was deleted. */
@Repository
class TrashTerm {
    static final int USUAL = 90;
    static final int MOST = 3_650;

    private final DSLContext sql;

    TrashTerm(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public int days() {
        return sql.resultQuery("SELECT t.days FROM records.trash_term t WHERE t.tenant_id = ?", Tenancy.id())
                .fetchOptional(0, Integer.class)
                .orElse(USUAL);
    }

    @Transactional
    public void keep(int days) {
        if (days < 1 || days > MOST) {
            throw new Refused("trash.term", MOST);
        }
        sql.query(
                        "INSERT INTO records.trash_term (tenant_id, days) VALUES (?, ?)"
                                + " ON CONFLICT (tenant_id) DO UPDATE SET days = excluded.days",
                        Tenancy.id(),
                        days)
                .execute();
    }
}
