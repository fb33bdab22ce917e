package relais.customers.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;

/** How often words of names occur is remembered from the last search for duplicates; the next one counts anew. */
@Component
class FrequencyPart implements PersonalPart {
    private final DSLContext sql;

    FrequencyPart(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String id() {
        return "frequencies";
    }

    @Override
    public int order() {
        return 410;
    }

    @Override
    public Optional<Section> section(Person person) {
        return Optional.empty();
    }

    @Override
    public List<Fate> fates(Person person) {
        return List.of();
    }

    @Override
    public void erase(Person person) {
        var words = person.texts().stream()
                .flatMap(t -> Arrays.stream(Fold.key(t).split(" ")))
                .distinct()
                .toArray(String[]::new);
        sql.execute(
                "UPDATE customers.finding SET words = words - CAST(? AS text[]) WHERE tenant_id = ?",
                words,
                Tenancy.id());
    }
}
