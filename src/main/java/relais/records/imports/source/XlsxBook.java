package relais.records.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.SAXException;

/** An XLSX opened part by part, never as a whole; what unpacks to more than the limits is refused. */
final class XlsxBook implements AutoCloseable {
    private static final long MOST_STRINGS = 128L << 20;
    private static final long MOST_STYLES = 16L << 20;

    private final OPCPackage pack;
    private final XSSFReader reader;
    private final Limits limits;
    private final Map<Integer, Boolean> dateStyles = new HashMap<>();
    private final StylesTable styles;
    private final boolean from1904;

    private XlsxBook(OPCPackage pack, Limits limits) throws IOException, OpenXML4JException, XMLStreamException {
        this.pack = pack;
        this.limits = limits;
        this.reader = new XSSFReader(pack);
        this.styles = reader.getStylesTable();
        this.from1904 = countsFrom1904();
    }

    static XlsxBook open(Path file, Limits limits) throws IOException {
        weigh(file, limits);
        ZipSecureFile.setMinInflateRatio(1.0 / limits.ratio());
        ZipSecureFile.setMaxEntrySize(limits.inflatedBytes());
        OPCPackage pack = null;
        try {
            pack = OPCPackage.open(file.toFile(), PackageAccess.READ);
            return new XlsxBook(pack, limits);
        } catch (OpenXML4JException | XMLStreamException | IOException | RuntimeException broken) {
            if (pack != null) {
                pack.revert();
            }
            throw damaged(broken);
        }
    }

    List<String> sheets() {
        var names = new ArrayList<String>();
        try {
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                sheets.next().close();
                names.add(sheets.getSheetName());
            }
        } catch (OpenXML4JException | IOException | RuntimeException broken) {
            throw damaged(broken);
        }
        if (names.isEmpty()) {
            throw new Unreadable("empty");
        }
        return names;
    }

    XMLStreamReader sheet(String name) {
        try {
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                var in = sheets.next();
                if (sheets.getSheetName().equals(name)) {
                    return parser(new Guarded(in, limits.inflatedBytes()));
                }
                in.close();
            }
        } catch (OpenXML4JException | IOException | XMLStreamException | RuntimeException broken) {
            throw damaged(broken);
        }
        throw new Unreadable("sheet", name);
    }

    ReadOnlySharedStringsTable strings() {
        try {
            var parts = pack.getPartsByContentType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml");
            if (parts.isEmpty()) {
                return new ReadOnlySharedStringsTable(pack, false);
            }
            return new ReadOnlySharedStringsTable(new Guarded(parts.getFirst().getInputStream(), MOST_STRINGS), false);
        } catch (IOException | SAXException | RuntimeException broken) {
            throw damaged(broken);
        }
    }

    boolean date(int style) {
        return dateStyles.computeIfAbsent(style, s -> {
            if (s >= styles.getNumCellStyles()) {
                return false;
            }
            var cellStyle = styles.getStyleAt(s);
            return DateUtil.isADateFormat(cellStyle.getDataFormat(), cellStyle.getDataFormatString());
        });
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    public void close() {
        pack.revert();
    }

    /** The refusal that this failure means. */
    static Unreadable damaged(Exception cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof Unreadable known) {
                return known;
            }
            if (String.valueOf(t.getMessage()).contains("Zip bomb")) {
                return new Unreadable("bomb");
            }
        }
        return new Unreadable("xlsx");
    }

    private static void weigh(Path file, Limits limits) throws IOException {
        long total = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                total += Math.max(0, entry.getSize());
                boolean swells = entry.getSize() > 1 << 20
                        && entry.getSize() / Math.max(1, entry.getCompressedSize()) > limits.ratio();
                boolean heavyStyles = entry.getName().endsWith("styles.xml") && entry.getSize() > MOST_STYLES;
                if (total > limits.inflatedBytes() || swells || heavyStyles) {
                    throw new Unreadable("bomb");
                }
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new Unreadable("binary");
            }
        } catch (ZipException broken) {
            throw new Unreadable("xlsx");
        }
    }

    private boolean countsFrom1904() throws IOException, OpenXML4JException, XMLStreamException {
        try (var in = reader.getWorkbookData()) {
            var xml = parser(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    var flag = xml.getAttributeValue(null, "date1904");
                    return "1".equals(flag) || "true".equals(flag);
                }
            }
        }
        return false;
    }

    private static XMLStreamReader parser(InputStream in) throws XMLStreamException {
        return XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
    }

    /** Stops a part that unpacks to more than it may, whatever its header claims. */
    private static final class Guarded extends FilterInputStream {
        private long left;

        Guarded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            spend(Math.max(0, n));
            return n;
        }

        private void spend(int n) {
            left -= n;
            if (left < 0) {
                throw new Unreadable("bomb");
            }
        }
    }
}
