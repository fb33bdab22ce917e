package relais.records.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import relais.platform.tenancy.Tenancy;
import relais.records.Writing;
import relais.records.store.Columns;
import relais.records.types.ObjectType;
import tools.jackson.databind.node.ObjectNode;

/** Lets an object that the workspace made itself be imported: its records are recognised by what names them. */
record OwnSubject(ObjectType type, DSLContext sql) implements ImportSubject {
    private static final String TITLE = "title";

    @Override
    public String object() {
        return type.name();
    }

    @Override
    public List<String> rules() {
        return List.of(TITLE);
    }

    @Override
    public ObjectNode completed(ObjectNode values) {
        return values.deepCopy();
    }

    @Override
    public Map<String, Set<String>> keys(ObjectNode completed) {
        var title = completed.path(type.titles().getFirst()).asString("");
        var key = Columns.folded(title);
        return key.isEmpty() ? Map.of() : Map.of(TITLE, Set.of(key));
    }

    @Override
    public Map<String, List<UUID>> holders(Collection<String> keys) {
        var holders = new HashMap<String, List<UUID>>();
        sql.resultQuery(
                        "SELECT r.title_key, r.id FROM " + type.table()
                                + " r WHERE r.tenant_id = ? AND r.title_key = ANY(?)" + " AND r.deleted_at IS NULL"
                                + type.only("r"),
                        Tenancy.id(),
                        keys.toArray(String[]::new))
                .fetch()
                .forEach(r -> holders.computeIfAbsent(r.get(0, String.class), k -> new ArrayList<>())
                        .add(r.get(1, UUID.class)));
        return holders;
    }

    @Override
    public Map<String, String> defaults(Set<String> fields) {
        return Map.of();
    }

    @Override
    public void tie(Writing writing, Map<UUID, String> parents) {}
}
