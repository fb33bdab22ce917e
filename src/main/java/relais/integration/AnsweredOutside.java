package relais.integration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.customers.privacy.Fate;
import relais.customers.privacy.Person;
import relais.customers.privacy.PersonalPart;
import relais.customers.privacy.Section;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** What the API answered about a person and would repeat for two days. */
@Component
class AnsweredOutside implements PersonalPart {
    private static final int MOST = 10_000;

    private final DSLContext sql;

    AnsweredOutside(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String id() {
        return "api";
    }

    @Override
    public int order() {
        return 810;
    }

    @Override
    public Optional<Section> section(Person person) {
        return Optional.empty();
    }

    private record Kept(UUID account, String key, String answer) {}

    private List<Kept> naming(Person person) {
        return sql
                .resultQuery("""
                        SELECT i.account_id, i.key, i.answer FROM integration.idempotency i
                        WHERE i.tenant_id = ? AND i.answer IS NOT NULL LIMIT ?""", Tenancy.id(), MOST)
                .fetch(r -> new Kept(r.get(0, UUID.class), r.get(1, String.class), r.get(2, String.class)))
                .stream()
                .filter(k -> person.isNamedIn(k.answer()))
                .toList();
    }

    @Override
    public List<Fate> fates(Person person) {
        int answers = naming(person).size();
        return answers == 0
                ? List.of()
                : List.of(Fate.goes(Words.t("api.erasing"), answers, Words.t("api.erasing.why")));
    }

    @Override
    public void erase(Person person) {
        naming(person)
                .forEach(k -> sql.execute(
                        "UPDATE integration.idempotency SET answer = ? WHERE tenant_id = ? AND account_id = ? AND key = ?",
                        bare(k.answer()),
                        Tenancy.id(),
                        k.account(),
                        k.key()));
    }

    /** What was written stays written once; only what it said goes. */
    private static String bare(String stored) {
        var answer = (ObjectNode) Values.parse(stored);
        var body = Values.object();
        for (var name : new String[] {"id", "version", "operation"}) {
            if (answer.path("body").has(name)) {
                body.set(name, answer.path("body").path(name));
            }
        }
        answer.set("body", body);
        return Values.json(answer);
    }
}
