package relais.records.rights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.FieldRight;
import relais.identity.Grants;
import relais.identity.GuardedObject;
import relais.identity.Role;
import relais.identity.Roles;
import relais.identity.RowRule;
import relais.identity.team.TeamQueries;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaSentences;
import relais.records.types.ObjectTypes;
import relais.ui.Option;
import relais.ui.Words;

/** Reads what the pages of roles show. */
@Repository
@Transactional(readOnly = true)
class RoleQueries {
    private static final String HERE = "/settings/team/roles/";

    private final Roles roles;
    private final RoleOffers offers;
    private final TeamQueries team;
    private final ObjectTypes types;
    private final CriteriaSentences sentences;

    RoleQueries(Roles roles, RoleOffers offers, TeamQueries team, ObjectTypes types, CriteriaSentences sentences) {
        this.roles = roles;
        this.offers = offers;
        this.team = team;
        this.types = types;
        this.sentences = sentences;
    }

    RolePages.Show show(Roles.Known role, @Nullable RoleForm sent) {
        var offered = offers.offers();
        var grants = sent == null ? role.grants() : new Grants(sent.grants(), sent.fields());
        var rules = sent == null ? role.rules() : sent.rules();
        return new RolePages.Show(
                team.frame(HERE + role.code()),
                role.code(),
                role.label(),
                sent == null ? text(role.nameFr()) : sent.nameFr(),
                sent == null ? text(role.nameEn()) : sent.nameEn(),
                role.fixed(),
                role.standard(),
                team.people(user -> user.role().equals(role.code()) && !user.disabled()),
                heads(),
                offered.objects().stream()
                        .map(o -> row(o, grants, rules.getOrDefault(o.name(), RowRule.NONE), role.fixed()))
                        .toList(),
                closed(offered, grants),
                offered.closable().stream().mapToInt(o -> o.fields().size()).sum(),
                closable(offered, grants),
                offered.ruled().stream()
                        .map(r -> ruled(r, rules.getOrDefault(r.name(), RowRule.NONE)))
                        .toList(),
                others(role),
                problem(sent == null ? null : sent.problem()));
    }

    RolePages.Fresh fresh(String nameFr, String nameEn, String model, @Nullable String problem) {
        var models = roles.known().stream()
                .filter(r -> !r.fixed())
                .map(r -> new Option(r.code(), r.label()))
                .toList();
        return new RolePages.Fresh(
                team.frame(HERE + "new"),
                nameFr,
                nameEn,
                model.isEmpty() ? Role.AGENT.code() : model,
                models,
                problem(problem));
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static @Nullable String problem(@Nullable String key) {
        return key == null ? null : Words.t(key);
    }

    private List<Option> others(Roles.Known role) {
        return roles.known().stream()
                .filter(r -> !r.code().equals(role.code()))
                .map(r -> new Option(r.code(), r.label()))
                .toList();
    }

    private static List<RolePages.Head> heads() {
        return Arrays.stream(Action.values())
                .map(a -> new RolePages.Head(a.name(), label(a)))
                .toList();
    }

    private static RolePages.Row row(GuardedObject object, Grants grants, RowRule rule, boolean fixed) {
        var cells = Arrays.stream(Action.values())
                .map(a -> cell(object, a, grants, rule, fixed))
                .toList();
        return new RolePages.Row(object.name(), object.label(), cells);
    }

    private static RolePages.Cell cell(
            GuardedObject object, Action action, Grants grants, RowRule rule, boolean fixed) {
        boolean applies = object.actions().contains(action);
        boolean every = !object.name().equals(Grants.EVERY) && grants.allow(Grants.EVERY, action);
        boolean allowed = applies && (fixed || grants.allow(object.name(), action));
        var extent = allowed ? extent(action, rule) : "no";
        return new RolePages.Cell(
                object.name() + ":" + action.name(),
                Words.t("team.matrix.cell", object.label(), label(action), Words.t("rights.extent." + extent)),
                Words.t("rights.extent." + extent),
                extent.equals("no") ? "0" : extent.equals("own") ? "1" : extent.equals("where") ? "2" : "3",
                allowed,
                applies,
                every);
    }

    private static String extent(Action action, RowRule rule) {
        boolean changes = action == Action.UPDATE || action == Action.DELETE || action == Action.BULK;
        if (changes && rule.change() == RowRule.Change.OWN) {
            return "own";
        }
        return action == Action.CREATE || action == Action.CONFIGURE
                ? "yes"
                : rule.see() == RowRule.See.EVERYTHING
                        ? "yes"
                        : rule.see().name().toLowerCase(Locale.ROOT);
    }

    private static List<RolePages.Closed> closed(Offers offered, Grants grants) {
        return offered.closable().stream()
                .flatMap(o -> o.fields().stream()
                        .filter(f -> grants.closed(o.name()).containsKey(f.name()))
                        .map(f -> new RolePages.Closed(
                                o.name() + "." + f.name(),
                                several(offered, o, f),
                                right(grants.closed(o.name()).get(f.name())),
                                f.hideable())))
                .toList();
    }

    private static String right(@Nullable FieldRight right) {
        return right == FieldRight.READ ? "read" : "hidden";
    }

    private static List<Option> closable(Offers offered, Grants grants) {
        return offered.closable().stream()
                .flatMap(o -> o.fields().stream()
                        .filter(f -> !grants.closed(o.name()).containsKey(f.name()))
                        .map(f -> new Option(o.name() + "/" + f.name(), several(offered, o, f))))
                .toList();
    }

    /** A field is told with its object only where there are fields of several. */
    private static String several(Offers offered, Offers.Fields object, Offers.Closable field) {
        return offered.closable().size() == 1 ? field.label() : object.label() + " · " + field.label();
    }

    private RolePages.Ruled ruled(Offers.Ruled offered, RowRule rule) {
        var conditions = new LinkedHashMap<String, String>();
        offered.conditions().forEach((key, c) -> conditions.put(key, c.label()));
        return new RolePages.Ruled(
                offered.name(),
                offered.label(),
                rule.see() == RowRule.See.WHERE ? "kept" : rule.see().name().toLowerCase(Locale.ROOT),
                conditions,
                rule.where().isEmpty()
                        ? ""
                        : Words.t(
                                "rights.where.now",
                                offered.label(),
                                sentences.of(types.of(offered.name()), CriteriaJson.parse(rule.where()))),
                rule.team(),
                rule.change() == RowRule.Change.OWN);
    }

    private static String label(Action action) {
        return Words.t("action." + action.name().toLowerCase(Locale.ROOT));
    }
}
