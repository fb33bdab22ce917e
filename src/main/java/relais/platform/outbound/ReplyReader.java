package relais.platform.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an answer of HTTP/1.1 as far as anybody will look at it: whatever its length, no more than this is read. */
final class ReplyReader {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int EXCERPT = 4_096;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

    private final InputStream in;
    /** One byte more than this is read, to know that there is more. */
    private int most = EXCERPT - 1;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    Reply read() throws IOException, Unreached {
        var head = head();
        return new Reply(head.status(), head.headers(), excerpt(head.headers()));
    }

    /** The answer with all of its body, which must end where it says and not be longer than this. */
    Reply whole(int longest) throws IOException, Unreached {
        var head = head();
        var body = new ByteArrayOutputStream();
        most = longest;
        try {
            if (chunked(head.headers())) {
                chunks(body);
            } else {
                var announced = head.headers().get("content-length");
                copy(announced == null ? longest + 1L : Long.parseLong(announced), body);
                if (announced != null && body.size() < Long.parseLong(announced)) {
                    throw new Unreached(body.size() > longest ? Unreached.LARGE : Unreached.BROKEN);
                }
            }
        } catch (NumberFormatException nonsense) {
            throw new Unreached(Unreached.NONSENSE);
        }
        if (body.size() > longest) {
            throw new Unreached(Unreached.LARGE);
        }
        return new Reply(head.status(), head.headers(), body.toString(StandardCharsets.UTF_8));
    }

    private record Head(int status, Map<String, String> headers) {}

    private Head head() throws IOException, Unreached {
        int status = status();
        var headers = headers();
        while (status < 200) { // says that it goes on
            status = status();
            headers = headers();
        }
        return new Head(status, headers);
    }

    private static boolean chunked(Map<String, String> headers) {
        return headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
    }

    private int status() throws IOException, Unreached {
        var line = STATUS.matcher(line());
        if (!line.matches()) {
            throw new Unreached(Unreached.NONSENSE);
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> headers() throws IOException, Unreached {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() > MOST_HEADERS) {
                throw new Unreached(Unreached.NONSENSE);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException, Unreached {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new Unreached(b < 0 && line.size() == 0 ? Unreached.BROKEN : Unreached.NONSENSE);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** What breaks off inside the body was an answer all the same. */
    private String excerpt(Map<String, String> headers) {
        var body = new ByteArrayOutputStream();
        try {
            if (chunked(headers)) {
                chunks(body);
            } else {
                copy(announced(headers), body);
            }
        } catch (IOException | Unreached | NumberFormatException broken) {
            // what came so far is shown
        }
        return new String(body.toByteArray(), StandardCharsets.UTF_8).replace('\0', ' ');
    }

    private static long announced(Map<String, String> headers) {
        return Long.parseLong(headers.getOrDefault("content-length", String.valueOf(EXCERPT)));
    }

    private void chunks(ByteArrayOutputStream body) throws IOException, Unreached {
        long size = size();
        while (size > 0 && body.size() <= most) {
            copy(size, body);
            line();
            size = size();
        }
    }

    private long size() throws IOException, Unreached {
        return Long.parseLong(line().split(";")[0].strip(), 16);
    }

    private void copy(long length, ByteArrayOutputStream body) throws IOException {
        long left = Math.min(length, most + 1L - body.size());
        var buffer = new byte[1_024];
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            body.write(buffer, 0, read);
            left -= read;
        }
    }
}
