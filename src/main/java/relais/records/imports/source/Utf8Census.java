package relais.records.imports.source;

/** Counts, byte by byte, whether a stream can be UTF-8 and whether it can be text at all. */
final class Utf8Census {
    private static final int MANY = 200;

    private long total;
    private long controls;
    private long zeros;
    private boolean valid = true;
    private int following;
    private int least = 0x80;
    private int most = 0xBF;

    void add(byte[] chunk, int length) {
        total += length;
        for (int i = 0; i < length; i++) {
            int b = chunk[i] & 0xFF;
            if (b < 0x20 || b == 0x7F) {
                control(b);
            }
            if (valid && (b >= 0x80 || following > 0)) {
                check(b);
            }
        }
    }

    boolean utf8() {
        return valid && following == 0;
    }

    /** A zero here and there is dirt in a cell; many control characters are no text. */
    boolean binary() {
        return controls * MANY > total || zeros * MANY * 5 > total;
    }

    private void control(int b) {
        if (b == 0) {
            zeros++;
        }
        if (b != '\t' && b != '\n' && b != '\r' && b != '\f') {
            controls++;
        }
    }

    private void check(int b) {
        if (following > 0) {
            valid = b >= least && b <= most;
            following--;
            least = 0x80;
            most = 0xBF;
        } else {
            begin(b);
        }
    }

    private void begin(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            following = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            following = 2;
            least = b == 0xE0 ? 0xA0 : 0x80;
            most = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            following = 3;
            least = b == 0xF0 ? 0x90 : 0x80;
            most = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            valid = false;
        }
    }
}
