package relais.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.architecture.SqlTree.Group;
import relais.architecture.SqlTree.Word;

/**
 * Looks whether a statement says for every tenant table it touches which workspace it means.
 *
 * <p>Each such table must be bound by {@code tenant_id = <value>}, directly or over equal tenant_ids of joined tables, in
 * a condition that always holds (no branch of an OR); an INSERT must list tenant_id. Row-level security alone is not
 * enough: it is the second wall.
 */
public final class TenantPredicates {
    private static final String COLUMN = "tenant_id";
    private static final Set<String> SET_OPERATORS = Set.of("union", "intersect", "except");
    private static final Set<String> CONDITIONS = Set.of("where", "on");
    private static final Set<String> ENDS_CONDITION = Set.of(
            "where",
            "on",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "for",
            "window",
            "returning",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "cross",
            "natural",
            "set",
            "from",
            "using",
            "values",
            "select");
    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "on",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "for",
            "window",
            "returning",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "cross",
            "natural",
            "set",
            "from",
            "using",
            "values",
            "select",
            "default",
            "union",
            "intersect",
            "except",
            "tablesample",
            "and",
            "or");

    private final Set<String> tenantTables;
    private final List<Table> tables = new ArrayList<>();
    private final Map<Table, List<Table>> joined = new HashMap<>();

    private TenantPredicates(Set<String> tenantTables) {
        this.tenantTables = tenantTables;
    }

    /** One mention of a tenant table. */
    private static final class Table {
        final String name;
        final String alias;
        boolean bound;

        Table(String name, String alias) {
            this.name = name;
            this.alias = alias;
        }
    }

    /** The tables of one SELECT, UPDATE or DELETE, inside those of the statement around it. */
    private record Scope(@Nullable Scope outer, List<Table> tables, Set<String> others) {
        @Nullable
        Table find(String alias) {
            for (Scope scope = this; scope != null; scope = scope.outer) {
                for (Table table : scope.tables) {
                    if (table.alias.equals(alias)) {
                        return table;
                    }
                }
            }
            return null;
        }
    }

    /** The names of the tenant tables that this SQL leaves unbound; {@code tenantTables} are written schema.table. */
    public static List<String> missing(String sql, Set<String> tenantTables) {
        var inspection = new TenantPredicates(tenantTables);
        inspection.statement(SqlTree.of(sql), null);
        inspection.spread();
        return inspection.tables.stream()
                .filter(table -> !table.bound)
                .map(table -> table.name)
                .toList();
    }

    private void statement(List<SqlTree> nodes, @Nullable Scope outer) {
        int from = 0;
        for (int i = 0; i <= nodes.size(); i++) {
            if (i == nodes.size() || nodes.get(i).isOneOf(SET_OPERATORS)) {
                select(nodes.subList(from, i), outer);
                from = i + 1;
            }
        }
    }

    private void select(List<SqlTree> nodes, @Nullable Scope outer) {
        var scope = new Scope(outer, new ArrayList<>(), new HashSet<>());
        boolean usesTenant = collectTables(nodes, scope);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).isOneOf(CONDITIONS)) {
                int end = endOfCondition(nodes, i + 1);
                condition(nodes.subList(i + 1, end), scope, usesTenant);
            }
        }
        nodes.forEach(node -> inside(node, scope));
    }

    /** Finds subqueries at any depth, also as arguments of functions. */
    private void inside(SqlTree node, Scope scope) {
        if (node instanceof Group(List<SqlTree> content)) {
            if (!content.isEmpty()
                    && content.getFirst().isOneOf(Set.of("select", "with", "insert", "update", "delete"))) {
                statement(content, scope);
            } else if (content.stream().anyMatch(each -> each.isOneOf(SET_OPERATORS))) {
                statement(content, scope);
            } else {
                content.forEach(each -> inside(each, scope));
            }
        }
    }

    /** Answers whether the tables are joined USING (tenant_id, …). */
    private boolean collectTables(List<SqlTree> nodes, Scope scope) {
        boolean usesTenant = false;
        for (int i = 0; i < nodes.size(); i++) {
            String name = tableAt(nodes, i);
            if (name != null) {
                Table table = new Table(name, aliasAt(nodes, i + 3, word(nodes, i + 2)));
                tables.add(table);
                scope.tables.add(table);
                table.bound = isInsert(nodes, i) && lists(nodes, i + 3);
            }
            if (nodes.get(i).is("using") && i + 1 < nodes.size() && nodes.get(i + 1) instanceof Group(var columns)) {
                usesTenant |= columns.stream().anyMatch(column -> column.is(COLUMN));
            }
        }
        return usesTenant;
    }

    private @Nullable String tableAt(List<SqlTree> nodes, int i) {
        if (i + 2 >= nodes.size()
                || !nodes.get(i + 1).is(".")
                || (i > 0 && nodes.get(i - 1).is("."))) {
            return null;
        }
        String name = word(nodes, i) + "." + word(nodes, i + 2);
        boolean column = i + 3 < nodes.size() && nodes.get(i + 3).is(".");
        return tenantTables.contains(name) && !column ? name : null;
    }

    private static String aliasAt(List<SqlTree> nodes, int i, String fallback) {
        int at = i < nodes.size() && nodes.get(i).is("as") ? i + 1 : i;
        if (at < nodes.size()
                && nodes.get(at) instanceof Word(String text)
                && text.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
            return NO_ALIAS.contains(text) ? fallback : text;
        }
        return fallback;
    }

    private static boolean isInsert(List<SqlTree> nodes, int i) {
        return i > 1 && nodes.get(i - 1).is("into") && nodes.get(i - 2).is("insert");
    }

    private static boolean lists(List<SqlTree> nodes, int i) {
        int at = i < nodes.size() && nodes.get(i).is("as") ? i + 2 : i;
        return at < nodes.size()
                && nodes.get(at) instanceof Group(var columns)
                && columns.stream().anyMatch(column -> column.is(COLUMN));
    }

    private static int endOfCondition(List<SqlTree> nodes, int from) {
        int i = from;
        // "IS DISTINCT FROM" is the one place where such a word stands inside a condition
        while (i < nodes.size()
                && (!nodes.get(i).isOneOf(ENDS_CONDITION) || nodes.get(i - 1).is("distinct"))) {
            i++;
        }
        return i;
    }

    private void condition(List<SqlTree> nodes, Scope scope, boolean usesTenant) {
        if (nodes.stream().anyMatch(node -> node.is("or"))) {
            return;
        }
        int from = 0;
        for (int i = 0; i <= nodes.size(); i++) {
            if (i == nodes.size() || nodes.get(i).is("and")) {
                term(nodes.subList(from, i), scope, usesTenant);
                from = i + 1;
            }
        }
    }

    private void term(List<SqlTree> term, Scope scope, boolean usesTenant) {
        if (term.size() == 1 && term.getFirst() instanceof Group(var inner)) {
            condition(inner, scope, usesTenant);
            return;
        }
        for (int i = 1; i < term.size() - 1; i++) {
            if (term.get(i).is("=") || (term.get(i).is("in") && !term.get(i - 1).is("not"))) {
                compare(term.subList(0, i), term.subList(i + 1, term.size()), scope, usesTenant);
                return;
            }
        }
    }

    private void compare(List<SqlTree> left, List<SqlTree> right, Scope scope, boolean usesTenant) {
        if (left.size() == 1
                && right.size() == 1
                && left.getFirst() instanceof Group(var columns)
                && right.getFirst() instanceof Group(var values)) {
            compareRows(columns, values, scope, usesTenant);
            return;
        }
        List<Table> lefts = tablesOf(left, scope, usesTenant);
        List<Table> rights = tablesOf(right, scope, usesTenant);
        boolean leftIsTenant = isTenant(left);
        boolean rightIsTenant = isTenant(right);
        if (leftIsTenant && rightIsTenant) {
            link(lefts, rights);
        } else if (leftIsTenant && isValue(right)) {
            lefts.forEach(table -> table.bound = true);
        } else if (rightIsTenant && isValue(left)) {
            rights.forEach(table -> table.bound = true);
        }
    }

    private void compareRows(List<SqlTree> columns, List<SqlTree> values, Scope scope, boolean usesTenant) {
        List<List<SqlTree>> lefts = parts(columns);
        List<List<SqlTree>> rights = parts(values);
        for (int i = 0; i < lefts.size(); i++) {
            if (isTenant(lefts.get(i))) {
                boolean same = rights.size() == lefts.size();
                compare(lefts.get(i), same ? rights.get(i) : List.of(new Group(values)), scope, usesTenant);
            }
        }
    }

    /** Two tables of which one is unknown (a subquery, a function) are linked too: what is inside is looked at there. */
    private void link(List<Table> lefts, List<Table> rights) {
        if (lefts.isEmpty() || rights.isEmpty()) {
            lefts.forEach(table -> table.bound = true);
            rights.forEach(table -> table.bound = true);
        }
        for (Table left : lefts) {
            for (Table right : rights) {
                joined.computeIfAbsent(left, _ -> new ArrayList<>()).add(right);
                joined.computeIfAbsent(right, _ -> new ArrayList<>()).add(left);
            }
        }
    }

    /** The setting behind row-level security is no value of its own: both walls would fall together. */
    private static boolean isValue(List<SqlTree> nodes) {
        return nodes.stream().noneMatch(node -> node.is("current_tenant") || node.is("current_setting"));
    }

    private static boolean isTenant(List<SqlTree> nodes) {
        return !nodes.isEmpty()
                && nodes.getLast().is(COLUMN)
                && (nodes.size() == 1 || nodes.get(nodes.size() - 2).is("."));
    }

    private static List<Table> tablesOf(List<SqlTree> nodes, Scope scope, boolean usesTenant) {
        if (!isTenant(nodes)) {
            return List.of();
        }
        if (nodes.size() == 1) {
            return scope.tables.size() == 1 || usesTenant ? scope.tables : List.of();
        }
        Table table = scope.find(word(nodes, nodes.size() - 3));
        return table == null ? List.of() : List.of(table);
    }

    private static List<List<SqlTree>> parts(List<SqlTree> nodes) {
        var parts = new ArrayList<List<SqlTree>>();
        int from = 0;
        for (int i = 0; i <= nodes.size(); i++) {
            if (i == nodes.size() || nodes.get(i).is(",")) {
                parts.add(nodes.subList(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private void spread() {
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Table table : tables) {
                for (Table other : joined.getOrDefault(table, List.of())) {
                    if (table.bound && !other.bound) {
                        other.bound = true;
                        changed = true;
                    }
                }
            }
        }
    }

    private static String word(List<SqlTree> nodes, int i) {
        return nodes.get(i) instanceof Word(String text) ? text : "";
    }
}
