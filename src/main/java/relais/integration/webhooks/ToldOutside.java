package relais.integration.webhooks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.customers.privacy.Fate;
import relais.customers.privacy.Person;
import relais.customers.privacy.PersonalPart;
import relais.customers.privacy.Section;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectTypes;
import relais.ui.Words;

/** What was sent about a person: messages hold no values, but the answers to them may; subscribers are told to erase. */
@Component
class ToldOutside implements PersonalPart {
    private static final String OF = " FROM integration.delivery d WHERE d.tenant_id = ? AND d.records LIKE ?";

    private final DSLContext sql;
    private final Outbox outbox;
    private final ObjectTypes types;
    private final Clock clock;

    ToldOutside(DSLContext sql, Outbox outbox, ObjectTypes types, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "webhooks";
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public Optional<Section> section(Person person) {
        return Optional.empty();
    }

    @Override
    public List<Fate> fates(Person person) {
        long messages = sql.resultQuery("SELECT count(*)" + OF, Tenancy.id(), naming(person))
                .fetchSingle()
                .get(0, Long.class);
        return messages == 0
                ? List.of()
                : List.of(Fate.goes(Words.t("webhooks.erasing.what"), messages, Words.t("webhooks.erasing")));
    }

    private static String naming(Person person) {
        return "%" + person.id() + "%";
    }

    @Override
    public void erase(Person person) {
        sql.execute(
                "UPDATE integration.attempt a SET answer = NULL FROM integration.delivery d WHERE a.tenant_id = ?"
                        + " AND d.tenant_id = ? AND d.id = a.delivery_id AND d.records LIKE ? AND a.answer IS NOT NULL",
                Tenancy.id(),
                Tenancy.id(),
                naming(person));
        outbox.erased(types.of(CustomerDescription.NAME), person.id(), clock.instant());
    }
}
