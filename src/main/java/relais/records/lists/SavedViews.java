package relais.records.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.database.Kept;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.changes.RecordsWritten;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import relais.records.types.ViewDescription;
import relais.ui.Face;
import relais.ui.Words;

/** The views of a list: those that every list has, one's own, and those of colleagues who share them. */
@Service
public class SavedViews {
    /** Everything. */
    static final String ALL = "all";
    /** What the current user is responsible for. */
    static final String MINE = "mine";

    private static final String OWNER = "owner";

    private final DSLContext sql;
    private final Kept<Seen, List<SavedView>> kept;
    private final Kept<UUID, Set<String>> pinning;

    SavedViews(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.kept = new Kept<>(transactions, Duration.ofSeconds(5));
        this.pinning = new Kept<>(transactions, Duration.ofSeconds(5));
    }

    /** Who sees views of which object, in which language. */
    private record Seen(UUID actor, boolean shares, String object, Locale language) {}

    /** Every view of this object that the current actor sees, the usual one first. */
    public List<SavedView> of(ObjectType type) {
        var seen = new Seen(Actor.current().id(), mayShare(), type.name(), Face.language());
        return kept.get(seen, () -> read(type));
    }

    @EventListener
    void written(RecordsWritten written) {
        if (written.type().name().equals(ViewDescription.NAME)) {
            kept.forget();
            pinning.forget();
        }
    }

    /** The objects of which the current actor sees a pinned view, asked at once for however many there are. */
    Set<String> pinning() {
        var actor = Actor.current().id();
        return pinning.get(
                actor,
                () -> sql.resultQuery(
                                "SELECT DISTINCT v.object FROM records.view v WHERE v.tenant_id = ? AND v.pinned"
                                        + " AND v.deleted_at IS NULL AND (v.owner_id = ? OR v.shared)",
                                Tenancy.id(),
                                actor)
                        .fetchSet(0, String.class));
    }

    private List<SavedView> read(ObjectType type) {
        var views = new ArrayList<>(standard(type));
        sql.resultQuery("""
                        SELECT v.id, v.version, v.name, v.criteria, v.columns, v.sort, v.shared, v.pinned, v.owner_id
                        FROM records.view v
                        WHERE v.tenant_id = ? AND v.object = ? AND v.deleted_at IS NULL AND (v.owner_id = ? OR v.shared)
                        ORDER BY v.position NULLS LAST, v.id""", Tenancy.id(), type.name(), Actor.current().id())
                .fetch()
                .forEach(r -> views.add(view(r)));
        return List.copyOf(views);
    }

    /** The view that an address calls so; the usual one when there is none of this key. */
    public Optional<SavedView> find(ObjectType type, String key) {
        return of(type).stream()
                .filter(v -> v.key().equals(key.isEmpty() ? ALL : key))
                .findFirst();
    }

    private static List<SavedView> standard(ObjectType type) {
        var views = new ArrayList<SavedView>();
        views.add(SavedView.standard(ALL, Words.t("list.view.all"), Criterion.everything()));
        if (type.field(OWNER).filter(f -> f.type() == FieldType.USER).isPresent()) {
            var mine = new Criterion.Test(OWNER, Operator.IS, List.of(Values.text("me")));
            var name = Words.or("list.view.mine." + type.name(), Words.t("list.view.mine"));
            views.add(SavedView.standard(MINE, name, new Criterion.All(List.of(mine))));
        }
        return views;
    }

    private static SavedView view(Record r) {
        var id = r.get("id", UUID.class);
        boolean shared = Boolean.TRUE.equals(r.get("shared", Boolean.class));
        boolean own = Actor.current().id().equals(r.get("owner_id", UUID.class));
        var columns = Objects.requireNonNullElse(r.get("columns", String.class), "");
        return new SavedView(
                id.toString(),
                r.get("name", String.class),
                id,
                r.get("version", Integer.class),
                criterion(r.get("criteria", String.class)),
                columns.isBlank() ? List.of() : Arrays.asList(columns.split(",")),
                Objects.requireNonNullElse(r.get("sort", String.class), ""),
                shared,
                Boolean.TRUE.equals(r.get("pinned", Boolean.class)),
                own || shared && mayShare());
    }

    /** A view is read even when what was saved in it is no criterion any more. */
    private static Criterion criterion(String json) {
        try {
            return CriteriaJson.parse(json);
        } catch (Refused unreadable) {
            return Criterion.everything();
        }
    }

    /** Whether the current actor may offer views to everybody. */
    public static boolean mayShare() {
        return Actor.current().may(ViewDescription.NAME, Action.CONFIGURE);
    }
}
