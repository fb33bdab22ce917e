package relais.records.imports.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.records.imports.source.Limits;
import relais.records.imports.source.SourceFile;

class LookalikesTest {
    @ParameterizedTest
    @CsvSource({"martha, marhta, 0.961", "dwayne, duane, 0.84", "dixon, dicksonx, 0.813", "abc, xyz, 0", "'', '', 0"})
    void theSimilarityIsThePublishedOne(String a, String b, double expected) {
        assertThat(Similarity.jaroWinkler(a, b)).isCloseTo(expected, within(0.001));
        assertThat(Similarity.jaroWinkler(b, a)).isCloseTo(expected, within(0.001));
    }

    @Test
    void theOrderOfWordsDoesNotMatter() {
        assertThat(Similarity.names("Dupont Jean", "Jean DUPONT")).isEqualTo(1);
        assertThat(Similarity.names("Mercier Frères", "SARL Mercier Frères")).isBetween(0.6, 0.99);
    }

    @Test
    void aKeyBelongsToItsFirstRow() {
        var index = new KeyIndex();
        for (int i = 1; i <= 50_000; i++) {
            assertThat(index.firstOr("k" + i, i)).isZero();
        }
        for (int i = 1; i <= 50_000; i++) {
            assertThat(index.firstOr("k" + i, 99)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @CsvSource({"dataset1.csv, 0.95, 0.95", "dataset3.csv, 0.95, 0.9"})
    void likelyDuplicatesAreFoundAmongLabelledPersons(String name, double precision, double recall) {
        var path = Path.of("../shared/data/dedupe", name);
        Assumptions.assumeTrue(Files.exists(path), "no " + path);
        var looks = new Lookalikes();
        var seen = new HashMap<String, Integer>();
        int right = 0;
        int wrong = 0;
        int missed = 0;
        var persons = new HashMap<Long, String>();
        try (var rows = SourceFile.detect(path, Limits.USUAL).rows(0)) {
            while (rows.hasNext()) {
                var r = rows.next();
                var who = r.cell(0).split("-")[1];
                persons.put(r.number(), who);
                var found = looks.meet(new Person(
                        r.number(),
                        r.cell(1) + " " + r.cell(2),
                        r.cell(1),
                        r.cell(2),
                        r.cell(9),
                        r.cell(4),
                        r.cell(7),
                        r.cell(6),
                        "",
                        ""));
                boolean known = seen.merge(who, 1, Integer::sum) > 1;
                if (found.isPresent()) {
                    boolean same = who.equals(persons.get(found.get().other().number()));
                    right += same ? 1 : 0;
                    wrong += same ? 0 : 1;
                } else if (known) {
                    missed++;
                }
            }
        }
        assertThat((double) right / (right + wrong))
                .as("precision, %d wrong", wrong)
                .isGreaterThan(precision);
        assertThat((double) right / (right + missed))
                .as("recall, %d missed", missed)
                .isGreaterThan(recall);
    }
}
