package relais.records.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void cellsAreReadAsPeopleSeeThem() throws IOException {
        var file = open(book(b -> {
            var date = b.createCellStyle();
            date.setDataFormat(b.createDataFormat().getFormat("dd/mm/yyyy"));
            var sheet = b.createSheet("Clients");
            var head = sheet.createRow(0);
            for (var name : List.of("Nom", "Né le", "Vu le", "CA", "Actif", "Formule", "Vide")) {
                head.createCell(Math.max(0, head.getLastCellNum())).setCellValue(name);
            }
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("Hôtel du Parc");
            var born = row.createCell(1);
            born.setCellValue(LocalDate.of(1956, 4, 9));
            born.setCellStyle(date);
            var seen = row.createCell(2);
            seen.setCellValue(LocalDateTime.of(2026, 11, 22, 14, 30));
            seen.setCellStyle(date);
            row.createCell(3).setCellValue(29.85);
            row.createCell(4).setCellValue(true);
            var formula = row.createCell(5);
            formula.setCellFormula("1+1");
            b.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
        }));
        assertThat(file.layout().format()).isEqualTo(Layout.Format.XLSX);
        assertThat(file.header()).hasSize(7);
        var row = rows(file).getFirst();
        assertThat(row.line()).isEqualTo(3);
        assertThat(row.cells())
                .containsExactly("Hôtel du Parc", "1956-04-09", "2026-11-22T14:30", "29.85", "TRUE", "2", "");
        assertThat(row.flaws()).isEmpty();
    }

    @Test
    void aFormulaWithoutAValueAndAnErrorAreReported() throws IOException {
        var file = open(book(b -> {
            var sheet = b.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("a");
            sheet.getRow(0).createCell(1).setCellValue("b");
            var row = sheet.createRow(1);
            row.createCell(0).setCellFormula("B2*2");
            row.createCell(1).setCellErrorValue((byte) 0x2A);
        }));
        var flaws = rows(file).getFirst().flaws();
        assertThat(flaws).contains(new Flaw(1, Flaw.CELL_ERROR));
    }

    @Test
    void aFormulaThatWasNeverComputedIsReported() throws IOException {
        var source = book(b -> b.createSheet().createRow(0).createCell(0).setCellValue("nom"));
        var path = replaced(
                source,
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>nom</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c></row><row r=\"3\"><c r=\"A3\"><f>1+1</f><v>2</v></c></row>"
                        + "</sheetData></worksheet>");
        var rows = rows(open(path));
        assertThat(rows.get(0).flaws()).containsExactly(new Flaw(0, Flaw.FORMULA));
        assertThat(rows.get(1).cells()).containsExactly("2");
        assertThat(rows.get(1).flaws()).isEmpty();
    }

    private Path replaced(Path source, String sheet) throws IOException {
        var path = Files.createTempFile(folder, "replaced", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path));
                var in = new java.util.zip.ZipInputStream(Files.newInputStream(source))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    zip.write(sheet.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zip);
                }
            }
        }
        return path;
    }

    @Test
    void theFirstSheetIsReadUnlessAnotherIsChosen() throws IOException {
        var path = book(b -> {
            for (var name : List.of("Premier", "Second")) {
                var sheet = b.createSheet(name);
                sheet.createRow(0).createCell(0).setCellValue("nom");
                sheet.getRow(0).createCell(1).setCellValue("ville");
                sheet.createRow(1).createCell(0).setCellValue(name);
            }
        });
        var file = open(path);
        assertThat(file.layout().sheets()).containsExactly("Premier", "Second");
        assertThat(rows(file).getFirst().cell(0)).isEqualTo("Premier");
        var second = SourceFile.of(path, file.layout().withSheet("Second"), Limits.USUAL);
        assertThat(rows(second).getFirst().cell(0)).isEqualTo("Second");
        var missing = SourceFile.of(path, file.layout().withSheet("Tiers"), Limits.USUAL);
        assertThatThrownBy(missing::header).isInstanceOf(Unreadable.class);
    }

    @Test
    void theNameOfAFileProvesNothing() throws IOException {
        var path = book(b -> b.createSheet().createRow(0).createCell(0).setCellValue("nom"));
        var renamed = Files.copy(path, folder.resolve("clients.csv"));
        assertThat(open(renamed).layout().format()).isEqualTo(Layout.Format.XLSX);
    }

    @Test
    void aTruncatedWorkbookIsRefused() throws IOException {
        var path = book(b -> {
            var sheet = b.createSheet();
            for (int i = 0; i < 500; i++) {
                sheet.createRow(i).createCell(0).setCellValue("valeur " + i);
            }
        });
        byte[] whole = Files.readAllBytes(path);
        for (int length : new int[] {8, 100, whole.length / 2, whole.length - 30}) {
            var cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
            refused(cut, "xlsx");
        }
    }

    @Test
    void aZipOfSomethingElseIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("lettre.txt"));
            zip.write("bonjour".getBytes(StandardCharsets.UTF_8));
        }
        refused(Files.write(folder.resolve("other.xlsx"), out.toByteArray()), "binary");
    }

    @Test
    void aBombIsRefused() throws IOException {
        var path = folder.resolve("bomb.xlsx");
        var source = book(b -> b.createSheet().createRow(0).createCell(0).setCellValue("nom"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(path));
                var in = new java.util.zip.ZipInputStream(Files.newInputStream(source))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    swell(zip);
                } else {
                    in.transferTo(zip);
                }
            }
        }
        refused(path, "bomb");
    }

    @Test
    void entitiesOfAHostileWorkbookAreNotResolved() throws IOException {
        var path = folder.resolve("xxe.xlsx");
        var source = book(b -> b.createSheet().createRow(0).createCell(0).setCellValue("nom"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(path));
                var in = new java.util.zip.ZipInputStream(Files.newInputStream(source))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    zip.write(("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                                    + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zip);
                }
            }
        }
        assertThatThrownBy(() -> open(path).header()).isInstanceOf(Unreadable.class);
    }

    private static void swell(ZipOutputStream zip) throws IOException {
        zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
        byte[] rows = "<row><c><v>1</v></c></row>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            zip.write(rows);
        }
        zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
    }

    private Path book(Consumer<XSSFWorkbook> content) throws IOException {
        var path = Files.createTempFile(folder, "book", ".xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(path)) {
            content.accept(book);
            book.write(out);
        }
        return path;
    }

    private static SourceFile open(Path path) {
        return SourceFile.detect(path, Limits.USUAL);
    }

    private static void refused(Path path, String code) {
        assertThatThrownBy(() -> open(path))
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.code()).isEqualTo(code));
    }

    private static List<Row> rows(SourceFile file) {
        var all = new ArrayList<Row>();
        try (var rows = file.rows(0)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
