package relais.records.changes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The salted digest of a change: it outlives the erasure of the values, and says nothing about them. */
public final class ChangeDigest {
    private static final Pattern EXPONENT = Pattern.compile("[0-9]E[+-]?[0-9]");

    private ChangeDigest() {}

    /** SHA-256 over salt and content. */
    public static byte[] of(byte[] salt, Change change) {
        return of(salt, change, canonical(change.before()), canonical(change.after()));
    }

    static byte[] of(byte[] salt, Change c, @Nullable String before, @Nullable String after) {
        var sha = sha256();
        sha.update(salt);
        var content = String.join(
                "\n",
                c.operation().toString(),
                String.valueOf(c.seq()),
                c.object(),
                c.record().toString(),
                String.valueOf(c.versionBefore()),
                String.valueOf(c.versionAfter()),
                before == null ? "" : before,
                after == null ? "" : after);
        return sha.digest(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text that is stored and digested: the same again when it is read back. */
    static @Nullable String canonical(@Nullable ObjectNode node) {
        if (node == null) {
            return null;
        }
        var text = Values.canonical(node);
        // The database writes numbers out: one with an exponent would come back as another text.
        return EXPONENT.matcher(text).find() ? Values.canonical(plain(node)) : text;
    }

    private static JsonNode plain(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var plain = Values.object();
                object.properties().forEach(e -> plain.set(e.getKey(), plain(e.getValue())));
                yield plain;
            }
            case ArrayNode array -> {
                var plain = JsonNodeFactory.instance.arrayNode();
                array.forEach(e -> plain.add(plain(e)));
                yield plain;
            }
            default -> node.isNumber() ? Values.parse(node.decimalValue().toPlainString()) : node;
        };
    }
}
