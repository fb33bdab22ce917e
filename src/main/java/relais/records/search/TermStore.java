package relais.records.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;

/** The rows of terms: written in batches, whole records at a time. */
@Component
class TermStore {
    private final DSLContext sql;

    TermStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Terms of records that may bear some of them already. */
    void insert(Collection<TermRow> terms) {
        insert(terms, rows().unlessThere());
    }

    /** Terms of records that this transaction makes: nobody else can have written one, so nothing is looked for. */
    void insertNew(Collection<TermRow> terms) {
        insert(terms, rows());
    }

    private static Rows rows() {
        return new Rows(
                "records.search_term", "term", "record_id", "source", "object", "site_id", "owner_id", "shared");
    }

    /** In the order of the index, so that neighbours are written together. */
    private void insert(Collection<TermRow> terms, Rows rows) {
        terms.stream()
                .sorted(Comparator.comparing(r -> r.term().text()))
                .forEach(r -> rows.add(
                        r.term().text(),
                        r.record(),
                        (short) r.term().source().ordinal(),
                        r.object(),
                        r.rights().site(),
                        r.rights().owner(),
                        r.rights().shared()));
        rows.insert(sql);
    }

    void delete(List<TermRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.query(
                        """
                        DELETE FROM records.search_term s
                        USING unnest(CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS smallint[])) AS x (term, record_id, source)
                        WHERE s.tenant_id = ? AND s.term = x.term AND s.record_id = x.record_id AND s.source = x.source""",
                        rows.stream().map(r -> r.term().text()).toArray(String[]::new),
                        rows.stream().map(TermRow::record).toArray(UUID[]::new),
                        rows.stream()
                                .map(r -> (short) r.term().source().ordinal())
                                .toArray(Short[]::new),
                        Tenancy.id())
                .execute();
    }

    void deleteAll(List<UUID> records) {
        if (!records.isEmpty()) {
            sql.query(
                            "DELETE FROM records.search_term WHERE tenant_id = ? AND record_id = ANY(?)",
                            Tenancy.id(),
                            records.toArray(UUID[]::new))
                    .execute();
        }
    }

    /** Lets the rights follow their records, one statement per set of rights. */
    void move(Map<Rights, List<UUID>> moved) {
        moved.forEach((rights, records) -> sql.query(
                        "UPDATE records.search_term SET site_id = CAST(? AS uuid), owner_id = CAST(? AS uuid), shared = ?"
                                + " WHERE tenant_id = ? AND record_id = ANY(?)",
                        rights.site(),
                        rights.owner(),
                        rights.shared(),
                        Tenancy.id(),
                        records.toArray(UUID[]::new))
                .execute());
    }
}
