package relais.records.imports.columns;

import java.util.ArrayList;
import java.util.List;
import relais.platform.text.Fold;
import relais.records.imports.source.SourceFile;

/** What a whole file holds: how many rows, and each column. */
public record FileProfile(long rows, List<ColumnProfile> columns) {
    static final long MOST_LOOKED_AT = 50_000;

    public FileProfile {
        columns = List.copyOf(columns);
    }

    /** Reads the file to its end, so that damage anywhere is known before anything is written. */
    public static FileProfile of(SourceFile file) {
        var censuses = new ArrayList<ColumnCensus>();
        var header = file.header();
        for (int i = 0; i < header.size(); i++) {
            censuses.add(new ColumnCensus(i, header.get(i)));
        }
        long count = 0;
        try (var rows = file.rows(0)) {
            while (rows.hasNext()) {
                var row = rows.next();
                boolean close = count++ < MOST_LOOKED_AT;
                for (int i = 0; i < censuses.size(); i++) {
                    if (close) {
                        censuses.get(i).add(row.cell(i));
                    } else {
                        censuses.get(i).addUnseen(row.cell(i).isEmpty());
                    }
                }
            }
        }
        boolean french = french(file);
        return new FileProfile(
                count, censuses.stream().map(c -> c.profile(french)).toList());
    }

    /** French spreadsheets separate by semicolon, because their comma begins decimals. */
    private static boolean french(SourceFile file) {
        return file.layout().delimiter() == ';'
                || file.header().stream().map(Fold::key).anyMatch(FRENCH_NAMES::contains);
    }

    private static final List<String> FRENCH_NAMES = List.of("nom", "prenom", "ville", "courriel", "raison sociale");
}
