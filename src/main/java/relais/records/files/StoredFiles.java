package relais.records.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import relais.identity.Actor;
import relais.platform.files.Disk;
import relais.platform.files.Home;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Keeps files for fields: the content first, then the row that names it, so that no row lacks its content. */
@Service
public class StoredFiles {
    /** The largest file, in bytes. */
    static final long LARGEST = 25L << 20;

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_NAME = 200;

    private final Home home;
    private final Disk disk;
    private final DSLContext sql;
    private final Clock clock;

    StoredFiles(Home home, Disk disk, DSLContext sql, Clock clock) {
        this.home = home;
        this.disk = disk;
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps a file for records of this object; the value names it. */
    @Transactional
    public ObjectNode keep(String object, String name, String type, InputStream content) {
        var id = Ids.next();
        long size = write(path(id), content);
        var called = named(name);
        sql.query(
                        "INSERT INTO records.file (tenant_id, id, object, name, type, size, actor_id, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS timestamptz))",
                        Tenancy.id(),
                        id,
                        object,
                        called,
                        type,
                        size,
                        Actor.current().id(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return value(id, called, type, size);
    }

    private static ObjectNode value(UUID id, String name, String type, long size) {
        var value = Values.object();
        value.put("id", id.toString());
        value.put("name", name);
        value.put("size", size);
        value.put("type", type);
        return value;
    }

    /** The last part of what a browser calls it, without what no screen shows. */
    private static String named(String raw) {
        var last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        var cut = clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
        return cut.isEmpty() ? "fichier" : cut;
    }

    private long write(Path file, InputStream content) {
        try (var out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
                size += n;
                if (size > LARGEST || size % (CHUNK * 16) < CHUNK && !disk.roomFor(CHUNK * 16)) {
                    Files.deleteIfExists(file);
                    throw size > LARGEST ? new Refused("file.large", LARGEST >> 20) : new Refused("file.full");
                }
                out.write(chunk, 0, n);
            }
            return size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The values of these files, those that exist in this workspace, in their order. */
    @Transactional(readOnly = true)
    public List<ObjectNode> values(Collection<UUID> ids) {
        var values = new ArrayList<ObjectNode>();
        var found = sql.resultQuery(
                        "SELECT f.id, f.name, f.type, f.size FROM records.file f WHERE f.tenant_id = ? AND f.id = ANY(?)",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetchMap(
                        r -> r.get(0, UUID.class),
                        r -> value(
                                r.get(0, UUID.class),
                                r.get(1, String.class),
                                r.get(2, String.class),
                                r.get(3, Long.class)));
        ids.stream().distinct().forEach(id -> {
            var value = found.get(id);
            if (value != null) {
                values.add(value);
            }
        });
        return values;
    }

    /** Takes these files away for good: the rows now, the contents as soon as that is certain. */
    @Transactional
    public void erase(Collection<UUID> ids) {
        sql.query(
                        "DELETE FROM records.file WHERE tenant_id = ? AND id = ANY(?)",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .execute();
        var contents = ids.stream().map(this::path).toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                contents.forEach(StoredFiles::delete);
            }
        });
    }

    private static void delete(Path content) {
        try {
            Files.deleteIfExists(content);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /** Where the content of a file lies. */
    public Path path(UUID id) {
        return home.folder("files/records/" + Tenancy.id()).resolve(id.toString());
    }
}
