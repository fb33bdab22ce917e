package relais.records.imports.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells files apart by their first bytes. */
final class Signature {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[][] OTHERS = {
        "%PDF-".getBytes(StandardCharsets.US_ASCII),
        {(byte) 0x89, 'P', 'N', 'G'},
        {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
        {0x1F, (byte) 0x8B},
        {'R', 'a', 'r', '!'},
        {'7', 'z', (byte) 0xBC, (byte) 0xAF},
        {0x7F, 'E', 'L', 'F'},
        "GIF8".getBytes(StandardCharsets.US_ASCII),
    };

    private Signature() {}

    /** The format these bytes begin; refuses what is certainly neither. */
    static Layout.Format of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (starts(head, ZIP)) {
            return Layout.Format.XLSX;
        }
        if (starts(head, OLD_OFFICE)) {
            throw new Unreadable("old-office");
        }
        for (byte[] other : OTHERS) {
            if (starts(head, other)) {
                throw new Unreadable("binary");
            }
        }
        return Layout.Format.CSV;
    }

    private static boolean starts(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }
}
