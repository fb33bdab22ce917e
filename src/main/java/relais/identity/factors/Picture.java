package relais.identity.factors;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a QR code that a page draws itself.
 *
 * @param size how many modules wide, the quiet zone included
 * @param path the dark modules, as the path of an SVG
 */
public record Picture(int size, String path) {
    private static final int QUIET = 4;

    static Picture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Picture(code.size + 2 * QUIET, path.toString());
    }
}
