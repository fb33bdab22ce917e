package relais.records.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFilesTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "windows-1252, windows-1252", "UTF-16LE, UTF-16LE", "UTF-16BE, UTF-16BE"})
    void theCharacterSetIsFoundInTheBytes(String written, String found) throws IOException {
        var file = write("Raison sociale;Ville;Né le\nHôtel du Parc;Orléans;03/12/1980\n", written);
        assertThat(file.layout().charset()).isEqualTo(found);
        assertThat(file.layout().delimiter()).isEqualTo(';');
        assertThat(file.header()).containsExactly("Raison sociale", "Ville", "Né le");
        assertThat(all(file)).containsExactly(List.of("Hôtel du Parc", "Orléans", "03/12/1980"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheHeader(String charset) throws IOException {
        var file = write("\uFEFFnom,ville\nÉté,Caen\n", charset);
        assertThat(file.header()).containsExactly("nom", "ville");
        assertThat(all(file)).containsExactly(List.of("Été", "Caen"));
    }

    @Test
    void anAccentFarDownStillDecidesTheCharacterSet() throws IOException {
        var text = "nom,ville\n" + "Dupont,Caen\n".repeat(50_000) + "Dupré,Orléans\n";
        assertThat(write(text, "UTF-8").layout().charset()).isEqualTo("UTF-8");
        assertThat(write(text, "windows-1252").layout().charset()).isEqualTo("windows-1252");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"','!a,b", "';'!a;b", "'|'!a|b", "'\t'!'a\tb'"})
    void theDelimiterIsFound(char delimiter, String line) throws IOException {
        var file = write(("nom" + delimiter + "ville\n" + line + "\n").repeat(3), "UTF-8");
        assertThat(file.layout().delimiter()).isEqualTo(delimiter);
        assertThat(file.header()).containsExactly("nom", "ville");
    }

    @Test
    void commasInsideAmountsDoNotBeatTheSemicolon() throws IOException {
        var file = write("nom;ca;ville\nA;1 234,50;Caen\nB;2,10;Lyon\nC;3,00;Nice\n", "UTF-8");
        assertThat(file.layout().delimiter()).isEqualTo(';');
        assertThat(file.header()).hasSize(3);
    }

    @Test
    void quotesHoldDelimitersLineEndsAndQuotes() throws IOException {
        var file = write(
                "nom,note\r\n\"Dupont, Jean\",\"dit \"\"le grand\"\"\r\net deux lignes\"\r\nMartin, \"x\" \r\n",
                "UTF-8");
        assertThat(all(file))
                .containsExactly(List.of("Dupont, Jean", "dit \"le grand\"\net deux lignes"), List.of("Martin", "x"));
        assertThat(lines(file)).containsExactly(2L, 4L);
    }

    @Test
    void aQuoteInsideAWordIsPartOfIt() throws IOException {
        var file = write("article,prix\nTube 5\" inox,3\n\"vis\"longue,4\n", "UTF-8");
        assertThat(all(file))
                .containsExactly(List.of("Tube 5\" inox", "3"), List.of("\"vis\"longue".substring(1), "4"));
    }

    @Test
    void anUnclosedQuoteIsNamedWithItsLine() throws IOException {
        var atEnd = write("nom,ville\nA,Caen\n\"B,Lyon\nC,Nice\n", "UTF-8");
        assertThatThrownBy(() -> all(atEnd)).isInstanceOfSatisfying(Unreadable.class, u -> {
            assertThat(u.code()).isEqualTo("quote");
            assertThat(u.args()).containsExactly(3L);
        });
        var swallowing = write("nom,ville\n\"A,Caen\nB,\"Lyon\"\nC,Nice\n", "UTF-8");
        assertThatThrownBy(() -> all(swallowing)).isInstanceOfSatisfying(Unreadable.class, u -> {
            assertThat(u.args()).containsExactly(2L);
        });
    }

    @Test
    void aMillionCharactersInOneCellSpoilOnlyThatRow() throws IOException {
        var file = write("nom,ville\nA," + "x".repeat(1_000_000) + "\nB,Lyon\n", "UTF-8");
        var rows = rows(file);
        assertThat(rows.get(0).flaws()).containsExactly(new Flaw(1, Flaw.TOO_LONG));
        assertThat(rows.get(0).line()).isEqualTo(2);
        assertThat(rows.get(1).cells()).containsExactly("B", "Lyon");
    }

    @Test
    void tooManyColumnsAreRefused() throws IOException {
        var file = write("a,b\n" + ",".repeat(5000) + "x\n1,2\n3,4\n", "UTF-8");
        assertThatThrownBy(() -> all(file))
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.code()).isEqualTo("columns"));
    }

    @Test
    void controlCharactersAreReportedAtTheirCell() throws IOException {
        var file = write("nom,ville\nA\u0000B,Caen\n" + "C,Lyon\n".repeat(2000), "UTF-8");
        assertThat(rows(file).getFirst().flaws()).containsExactly(new Flaw(0, Flaw.CONTROL));
    }

    @Test
    void rowsOfAnotherLengthAreFilledUpOrReported() throws IOException {
        var file = write("a,b,c\n1,2\n1,2,3,,\n1,2,3,4\n7,8,9\n", "UTF-8");
        var rows = rows(file);
        assertThat(rows.get(0).cells()).containsExactly("1", "2", "");
        assertThat(rows.get(1).flaws()).isEmpty();
        assertThat(rows.get(2).flaws()).containsExactly(new Flaw(3, Flaw.EXTRA));
    }

    @Test
    void linesAboveTheHeaderArePassedOver() throws IOException {
        var file = write("Export du 3 mars;;\n\nnom;ville;cp\nA;Caen;14000\nB;Lyon;69003\n", "UTF-8");
        assertThat(file.header()).containsExactly("nom", "ville", "cp");
        assertThat(all(file)).hasSize(2);
        assertThat(lines(file)).containsExactly(4L, 5L);
    }

    @Test
    void theSeparatorLineOfASpreadsheetIsObeyed() throws IOException {
        var file = write("sep=;\nnom;ville\nA;Caen\n", "UTF-8");
        assertThat(file.header()).containsExactly("nom", "ville");
        assertThat(all(file)).containsExactly(List.of("A", "Caen"));
    }

    @Test
    void aFileWithoutHeaderGetsLetters() throws IOException {
        var file = write("Dupont,dupont@x.fr,12/03/1980\nMartin,martin@x.fr,13/04/1981\n", "UTF-8");
        assertThat(file.header()).containsExactly("A", "B", "C");
        assertThat(all(file)).hasSize(2);
    }

    @Test
    void sameAndMissingNamesOfColumnsAreToldApart() throws IOException {
        assertThat(write("nom,,Nom,nom\na,b,c,d\n", "UTF-8").header()).containsExactly("nom", "B", "Nom 2", "nom 3");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        refused(noise, "binary");
        refused("%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII), "binary");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "binary");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, "old-office");
        refused(new byte[0], "empty");
        refused(" \n\n \n".getBytes(StandardCharsets.UTF_8), "empty");
    }

    @Test
    void aFileTooLargeIsRefusedBeforeItIsRead() throws IOException {
        var path = Files.writeString(folder.resolve("large.csv"), "a,b\n1,2\n".repeat(100));
        assertThatThrownBy(() -> SourceFile.detect(path, Limits.USUAL.withBytes(100)))
                .isInstanceOfSatisfying(Unreadable.class, u -> {
                    assertThat(u.code()).isEqualTo("size");
                    assertThat(u.args()).containsExactly(800L, 100L);
                });
    }

    @Test
    void readingGoesOnBehindAnyRow() throws IOException {
        var text = new StringBuilder("n,t\n");
        for (int i = 1; i <= 1000; i++) {
            text.append(i).append(",\"x\ny\"\n\n");
        }
        var file = write(text.toString(), "UTF-8");
        for (long after : new long[] {0, 1, 499, 999}) {
            try (var rows = file.rows(after)) {
                var row = rows.next();
                assertThat(row.number()).isEqualTo(after + 1);
                assertThat(row.cell(0)).isEqualTo(String.valueOf(after + 1));
                assertThat(row.line()).isEqualTo(2 + after * 3);
            }
        }
        try (var rows = file.rows(5000)) {
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "telco/Telco-Customer-Churn.csv, 7043, 21",
        "crm-pipeline/accounts.csv, 85, 7",
        "dedupe/dataset3.csv, 5000, 11",
        "crm-pipeline/sales_pipeline.csv, 8800, 8"
    })
    void realFilesAreReadWhole(String name, int count, int columns) {
        var path = Path.of("../shared/data", name);
        Assumptions.assumeTrue(Files.exists(path), "no " + path);
        var file = SourceFile.detect(path, Limits.USUAL);
        assertThat(file.header()).hasSize(columns);
        assertThat(file.layout().headerRow()).isEqualTo(1);
        var rows = rows(file);
        assertThat(rows).hasSize(count).allMatch(r -> r.flaws().isEmpty());
        assertThat(rows.getLast().number()).isEqualTo(count);
    }

    private void refused(byte[] bytes, String code) throws IOException {
        var path = Files.write(folder.resolve("refused.csv"), bytes);
        assertThatThrownBy(() -> {
                    var file = SourceFile.detect(path, Limits.USUAL);
                    file.rows(0).close();
                })
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.code()).isEqualTo(code));
    }

    private SourceFile write(String text, String charset) throws IOException {
        var path = folder.resolve("file-" + charset + ".csv");
        Files.write(path, text.getBytes(Charset.forName(charset)));
        return SourceFile.detect(path, Limits.USUAL);
    }

    private static List<Row> rows(SourceFile file) {
        var all = new ArrayList<Row>();
        try (var rows = file.rows(0)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    private static List<List<String>> all(SourceFile file) {
        return rows(file).stream().map(Row::cells).toList();
    }

    private static List<Long> lines(SourceFile file) {
        return rows(file).stream().map(Row::line).toList();
    }
}
