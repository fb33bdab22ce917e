package relais.records.seal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.changes.ChangeDigest;
import relais.records.changes.ChangePlace;
import relais.records.changes.Operation;
import relais.records.types.Values;

/**
 * What the seal says of one operation, or of a part of a long one.
 *
 * @param part from 1 in the order of writing
 * @param changes how many changes the part has
 * @param upto the last change so far; nothing when the operation has none
 * @param salt of the facts; a mark when they were erased
 * @param facts the digest of what can name a person
 * @param digest of everything that this entry stands for
 */
record Entry(
        long number,
        long seal,
        UUID operation,
        int part,
        int changes,
        @Nullable String object,
        Instant endedAt,
        int reversed,
        int kept,
        int blocked,
        @Nullable ChangePlace upto,
        byte[] salt,
        byte[] facts,
        byte[] digest) {

    private static final SecureRandom SALTS = new SecureRandom();

    /** One change as its entry covers it: everything but the values, which its own digest stands for. */
    record Line(
            Instant at,
            int seq,
            String object,
            UUID record,
            @Nullable Integer versionBefore,
            @Nullable Integer versionAfter,
            byte[] digest) {
        ChangePlace place() {
            return new ChangePlace(at, seq);
        }

        private void into(MessageDigest sha) {
            sha.update(new Content("change")
                    .put(at)
                    .put((long) seq)
                    .put(object)
                    .put(record)
                    .put(versionBefore)
                    .put(versionAfter)
                    .put(digest)
                    .bytes());
        }
    }

    /** The first part of an operation, or all of it. */
    static Entry first(Operation operation, long number, long seal, List<Line> lines) {
        var salt = new byte[16];
        SALTS.nextBytes(salt);
        return of(operation, number, seal, 1, null, lines, salt, facts(operation, salt));
    }

    /** What was written since this entry. */
    Entry next(Operation operation, long nextNumber, long nextSeal, List<Line> lines) {
        return of(operation, nextNumber, nextSeal, part + 1, upto, lines, salt, facts);
    }

    private static Entry of(
            Operation o,
            long number,
            long seal,
            int part,
            @Nullable ChangePlace before,
            List<Line> lines,
            byte[] salt,
            byte[] facts) {
        var bare = new Entry(
                number,
                seal,
                o.id(),
                part,
                lines.size(),
                o.object(),
                o.endedAt(),
                o.reversed(),
                o.kept(),
                o.blocked(),
                lines.isEmpty() ? before : lines.getLast().place(),
                salt,
                facts,
                new byte[0]);
        return bare.digested(bare.over(o, lines));
    }

    private Entry digested(byte[] sum) {
        return new Entry(
                number, seal, operation, part, changes, object, endedAt, reversed, kept, blocked, upto, salt, facts,
                sum);
    }

    /** The digest of this entry over an operation and these changes. */
    byte[] over(Operation o, List<Line> lines) {
        var sha = ChangeDigest.sha256();
        sha.update(new Content("entry")
                .put(number)
                .put(operation)
                .put((long) part)
                .put((long) changes)
                .put(object)
                .put(o.at())
                .put(endedAt)
                .put(o.actorKind().name())
                .put(o.actorId())
                .put(o.intent().code())
                .put(o.origin())
                .put(o.undoOf())
                .put((long) reversed)
                .put((long) kept)
                .put((long) blocked)
                .put(facts)
                .bytes());
        lines.forEach(l -> l.into(sha));
        return sha.digest();
    }

    /** The digest of what can name a person. */
    static byte[] facts(Operation operation, byte[] salt) {
        var args = Values.object();
        operation.intent().args().forEach(args::put);
        return ChangeDigest.sha256()
                .digest(new Content("facts")
                        .put(salt)
                        .put(operation.actorName())
                        .put(Values.canonical(args))
                        .bytes());
    }
}
