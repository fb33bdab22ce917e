package relais.records.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;

/** Measures what sealing and verifying cost beside the writing itself; only when asked: {@code -Dtest=SealMeasuring}. */
@RelaisTest
class SealMeasuring {
    private static final int SLICE = 2_000;

    @Autowired
    Records records;

    @Autowired
    Seals seals;

    @Autowired
    Verifier verifier;

    @Test
    void sealingCostsLittleBesideWriting() {
        int count = Integer.getInteger("relais.seal.changes", 100_000);
        var chain = Chains.fresh();
        chain.in(() -> {
            told("one operation written, changes " + count, () -> slices(count));
            told("sealed", this::seal);
            told("verified", this::verify);
            told("operations of one change written: " + count / 20, () -> {
                for (int i = 0; i < count / 20; i++) {
                    records.write(Intent.of("record.create", "x"), w -> w.apply("customer", some(1)));
                }
                return true;
            });
            told("sealed", this::seal);
            told("verified", this::verify);
            return true;
        });
    }

    private Object slices(int count) {
        var operation = records.open(Intent.of("import", "x"));
        for (int from = 0; from < count; from += SLICE) {
            records.resume(operation, w -> w.apply("customer", some(SLICE)));
        }
        return operation;
    }

    private Object verify() {
        assertThat(verifier.verify(List.of()).findings()).isEmpty();
        return true;
    }

    private Object seal() {
        seals.all();
        return true;
    }

    private static List<Mutation> some(int count) {
        var all = new ArrayList<Mutation>();
        for (int i = 0; i < count; i++) {
            var values = Values.object().put("kind", "organisation").put("name", "Client " + i);
            all.add(new Mutation.Create(Ids.next(), values));
        }
        return all;
    }

    private static void told(String what, Supplier<Object> work) {
        var start = Instant.now();
        work.get();
        System.out.println(what + ": " + Duration.between(start, Instant.now()).toMillis() + " ms");
    }
}
