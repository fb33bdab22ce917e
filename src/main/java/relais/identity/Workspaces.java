package relais.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/** The workspaces of this installation. */
@Service
public class Workspaces {
    private static final String SELECT = "SELECT id, slug, name, locale, zone, currency, demo FROM identity.workspace ";
    private static final Currency EURO = Currency.getInstance("EUR");

    private final DSLContext sql;
    private final Clock clock;
    private final Roles roles;
    private final ObjectProvider<WorkspaceSeed> seeds;
    private final TransactionTemplate transaction;

    Workspaces(
            DSLContext sql,
            Clock clock,
            Roles roles,
            ObjectProvider<WorkspaceSeed> seeds,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.roles = roles;
        this.seeds = seeds;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes a workspace with its roles and every module's defaults. */
    public Workspace create(String name, Locale locale, ZoneId zone, boolean demo) {
        var id = Ids.next();
        var workspace = new Workspace(id, Slugs.of(name, id), name.strip(), locale, zone, EURO, demo);
        return ScopedValue.where(Tenancy.CURRENT, id)
                .where(Actor.CURRENT, Actors.system(workspace))
                .call(() -> transaction.execute(status -> make(workspace)));
    }

    /** The workspace of this id. */
    public Optional<Workspace> find(UUID id) {
        return sql.fetchOptional(SELECT + "WHERE id = ?", id).map(Workspaces::workspace);
    }

    /** The workspace of this short name. */
    public Optional<Workspace> bySlug(String slug) {
        return sql.fetchOptional(SELECT + "WHERE slug = ?", slug).map(Workspaces::workspace);
    }

    /** The workspace of this slug or name; without one asked for, the only one there is. */
    public Optional<Workspace> called(@Nullable String slugOrName) {
        var all = all();
        if (slugOrName == null) {
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        }
        return all.stream()
                .filter(w -> w.slug().equals(slugOrName) || w.name().equals(slugOrName))
                .findFirst();
    }

    /** Every workspace, the oldest first. */
    public List<Workspace> all() {
        return sql.fetch(SELECT + "ORDER BY id").map(Workspaces::workspace);
    }

    private Workspace make(Workspace workspace) {
        // The transaction may have begun before there was a workspace to bind it to: the first setup does.
        sql.fetch("SELECT platform.set_tenant(?)", workspace.id());
        sql.execute(
                """
                INSERT INTO identity.workspace (id, slug, name, locale, zone, currency, demo, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS timestamptz))""",
                workspace.id(),
                workspace.slug(),
                workspace.name(),
                workspace.locale().getLanguage(),
                workspace.zone().getId(),
                workspace.currency().getCurrencyCode(),
                workspace.demo(),
                clock.instant());
        roles.seed();
        seeds.orderedStream().forEach(seed -> seed.seed(workspace));
        return workspace;
    }

    static Workspace workspace(Record r) {
        return new Workspace(
                r.get("id", UUID.class),
                r.get("slug", String.class),
                r.get("name", String.class),
                Locale.of(r.get("locale", String.class)),
                ZoneId.of(r.get("zone", String.class)),
                Currency.getInstance(r.get("currency", String.class)),
                r.get("demo", Boolean.class));
    }
}
