package relais.customers.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.Attached;
import relais.records.Records;
import relais.records.files.StoredFiles;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import tools.jackson.databind.JsonNode;

/** The files in fields of a person's record, of what hangs on it, and of what both were before. */
@Component
class Attachments {
    private static final int MOST_CHANGES = 10_000;
    private static final long MOST_BYTES = 100L << 20;

    private final Records records;
    private final StoredFiles files;

    Attachments(Records records, StoredFiles files) {
        this.records = records;
        this.files = files;
    }

    /** The ids of all of them, also of those that were taken out of their field since. */
    Set<UUID> of(Person person, List<Attached.Group> groups) {
        var ids = new LinkedHashSet<UUID>();
        all(person.record().type(), person.id(), person.record().values(), ids);
        groups.stream()
                .filter(Attached.Group::hang)
                .forEach(g -> g.records().forEach(r -> all(g.type(), r.id(), r.values(), ids)));
        return ids;
    }

    private void all(ObjectType type, UUID record, JsonNode values, Set<UUID> ids) {
        var fields = type.fields().stream()
                .filter(f -> f.type() == FieldType.FILE)
                .map(f -> f.name())
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        add(fields, values, ids);
        records.changes(type.name(), record, MOST_CHANGES).forEach(c -> {
            add(fields, c.before(), ids);
            add(fields, c.after(), ids);
        });
    }

    private static void add(List<String> fields, @Nullable JsonNode values, Set<UUID> ids) {
        if (values != null) {
            fields.forEach(f -> values.path(f)
                    .forEach(file -> ids.add(UUID.fromString(file.path("id").asString()))));
        }
    }

    void erase(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            files.erase(ids);
        }
    }

    /** Their contents by name, as many as fit into an archive of a hundred megabytes. */
    Map<String, byte[]> contents(Person person) {
        var contents = new LinkedHashMap<String, byte[]>();
        long left = MOST_BYTES;
        var now = new LinkedHashSet<UUID>();
        all(person.record().type(), person.id(), person.record().values(), now);
        for (var value : files.values(now)) {
            long size = value.path("size").asLong();
            if (size <= left) {
                left -= size;
                var id = UUID.fromString(value.path("id").asString());
                contents.put("files/" + id + " " + name(value), read(id));
            }
        }
        return contents;
    }

    private static String name(JsonNode file) {
        return file.path("name").asString("").replaceAll("[/\\\\:]", "_");
    }

    private byte[] read(UUID id) {
        try {
            return Files.readAllBytes(files.path(id));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
