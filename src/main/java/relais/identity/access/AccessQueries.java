package relais.identity.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.identity.SettingsTabs;
import relais.identity.door.SignInRules;
import relais.platform.tenancy.Tenancy;
import relais.ui.Option;
import relais.ui.Words;

/** Reads the settings of sign-in. */
@Repository
@Transactional(readOnly = true)
class AccessQueries {
    private final DSLContext sql;
    private final Clock clock;
    private final Directory directory;
    private final SignInRules rules;
    private final SettingsTabs tabs;
    private final List<SignInSetting> settings;

    AccessQueries(
            DSLContext sql,
            Clock clock,
            Directory directory,
            SignInRules rules,
            SettingsTabs tabs,
            List<SignInSetting> settings) {
        this.sql = sql;
        this.clock = clock;
        this.directory = directory;
        this.rules = rules;
        this.tabs = tabs;
        this.settings = settings.stream()
                .sorted(Comparator.comparingInt(SignInSetting::order))
                .toList();
    }

    private record Ways(boolean app, boolean passkey, int sessions) {
        static final Ways NONE = new Ways(false, false, 0);
    }

    AccessPages.Show show() {
        var demands = Arrays.stream(SignInRules.Demanded.values())
                .map(one -> new Option(one.code(), Words.t("access.demanded." + one.code())))
                .toList();
        return new AccessPages.Show(
                tabs.shown(SignInTab.ID),
                rules.of(Tenancy.id()).secondFactor().code(),
                demands,
                settings.stream().flatMap(one -> one.lines().stream()).toList(),
                people(),
                Actor.current().id());
    }

    private List<AccessPages.Person> people() {
        var ways = ways();
        return directory.users().stream()
                .filter(user -> !user.invited() && !user.disabled())
                .map(user -> person(user, ways.getOrDefault(user.id(), Ways.NONE)))
                .toList();
    }

    private static AccessPages.Person person(Directory.User user, Ways ways) {
        return new AccessPages.Person(
                user.id(), user.name(), user.email(), ways.app() || ways.passkey(), ways.sessions());
    }

    private Map<UUID, Ways> ways() {
        var all = new HashMap<UUID, Ways>();
        sql.fetch("""
                        SELECT m.account_id, a.confirmed_at IS NOT NULL AS app,
                          EXISTS (SELECT 1 FROM identity.passkey k WHERE k.account_id = m.account_id) AS passkey,
                          (SELECT count(*) FROM identity.session s
                            WHERE s.account_id = m.account_id AND s.workspace_id = m.workspace_id
                              AND s.expires_at > CAST(? AS timestamptz)) AS sessions
                        FROM identity.membership m
                        LEFT JOIN identity.authenticator_app a ON a.account_id = m.account_id
                        WHERE m.workspace_id = ?""", clock.instant(), Tenancy.id())
                .forEach(r -> all.put(
                        r.get("account_id", UUID.class),
                        new Ways(
                                r.get("app", Boolean.class),
                                r.get("passkey", Boolean.class),
                                r.get("sessions", Integer.class))));
        return all;
    }
}
