package relais.records.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values in a form that nobody can take apart in two ways: each with its length before it. */
final class Content {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Content(String kind) {
        put("relais " + kind + " 1");
    }

    Content put(byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return this;
    }

    Content put(@Nullable String text) {
        return text == null ? put(-1) : put(text.getBytes(StandardCharsets.UTF_8));
    }

    Content put(@Nullable UUID id) {
        return put(id == null ? null : id.toString());
    }

    Content put(long number) {
        out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
        return this;
    }

    Content put(@Nullable Integer number) {
        return put(number == null ? null : number.toString());
    }

    /** In the precision that the database keeps. */
    Content put(@Nullable Instant moment) {
        return moment == null ? put(-1) : put(moment.getEpochSecond()).put(moment.getNano() / 1_000);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
