package relais.records.seal;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.Reach;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.world.TestDatabase;

/** A workspace of its own for one test, and the hand of somebody who writes into its tables past Relais. */
record Chains(UUID tenant) {
    static Chains fresh() {
        return new Chains(Ids.next());
    }

    <T> T in(Callable<T> work) {
        var actor = new Actor(
                Actor.Kind.USER,
                Ids.next(),
                "Inès Garnier",
                tenant,
                new Grants(Map.of("*", EnumSet.allOf(Action.class))),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                List.of(),
                List.of(),
                Reach.EVERYTHING);
        return ScopedValue.where(Tenancy.CURRENT, tenant)
                .where(Actor.CURRENT, actor)
                .call(() -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Runs a statement past Relais; {@code $T} stands for the workspace. */
    int tamper(String statement) {
        return TestDatabase.asSuperuser(connection -> {
            try (var hand = connection.createStatement()) {
                return hand.executeUpdate(statement.replace("$T", "'" + tenant + "'"));
            }
        });
    }
}
