package relais.records.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import relais.identity.Actor;
import relais.platform.files.Disk;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.imports.source.Limits;
import relais.records.imports.source.SourceFile;
import relais.records.imports.source.Unreadable;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Words;

/** Keeps the uploaded files and lays out what dry runs and runs need. */
@Component
class Workshop {
    private static final int CHUNK = 1 << 16;
    private static final String CURRENCY = "EUR";

    private final Home home;
    private final Disk disk;
    private final Limits limits;
    private final ObjectTypes types;
    private final Records records;
    private final Wordings wordings;
    private final LinkedRecords linked;
    private final Clock clock;
    private final DSLContext sql;
    private final Map<String, ImportSubject> subjects = new LinkedHashMap<>();

    Workshop(
            Home home,
            Disk disk,
            @Value("${relais.import.max-file-size:}") String largest,
            ObjectTypes types,
            Records records,
            Wordings wordings,
            LinkedRecords linked,
            Clock clock,
            DSLContext sql,
            List<ImportSubject> all) {
        this.home = home;
        this.disk = disk;
        this.limits = largest.isBlank()
                ? Limits.USUAL
                : Limits.USUAL.withBytes(DataSize.parse(largest).toBytes());
        this.types = types;
        this.records = records;
        this.wordings = wordings;
        this.linked = linked;
        this.clock = clock;
        this.sql = sql;
        all.forEach(s -> subjects.put(s.object(), s));
    }

    Limits limits() {
        return limits;
    }

    /** What importing into this object is called. */
    String into(String object) {
        var type = types.of(object);
        return type.own() == null
                ? Words.t("imports.into." + object)
                : Words.t("imports.into.own", Labels.objects(type));
    }

    /** The objects that files can be imported into, the workspace's own behind the standard ones. */
    List<String> objects() {
        return Stream.concat(subjects.keySet().stream(), types.own().stream().map(ObjectType::name))
                .toList();
    }

    ImportSubject subject(String object) {
        var subject = subjects.get(object);
        return subject != null
                ? subject
                : types.find(object)
                        .filter(t -> t.own() != null)
                        .map(t -> new OwnSubject(t, sql))
                        .orElseThrow(NotFound::new);
    }

    /** Streams an upload to its place; too large a file is refused while it comes. */
    long keep(UUID id, InputStream in) {
        var file = path(id);
        try (var out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                size += n;
                if (size > limits.bytes()) {
                    throw new Unreadable("size", size, limits.bytes());
                }
                if (size % (CHUNK * 64) < CHUNK && !disk.roomFor(CHUNK * 64)) {
                    throw new Unreadable("disk");
                }
                out.write(chunk, 0, n);
            }
            return size;
        } catch (IOException broken) {
            discard(id);
            throw new UncheckedIOException(broken);
        } catch (RuntimeException refused) {
            discard(id);
            throw refused;
        }
    }

    void discard(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    Path path(UUID id) {
        return home.folder("files/imports/" + Tenancy.id()).resolve(id.toString());
    }

    SourceFile detect(UUID id) {
        return SourceFile.detect(path(id), limits);
    }

    SourceFile source(Import file) {
        if (!Files.exists(path(file.id()))) {
            throw new Unreadable("gone");
        }
        return SourceFile.of(path(file.id()), file.layout(), limits);
    }

    ObjectType type(String object) {
        return types.of(object);
    }

    Preparation prepare(Import file) {
        var planned = NewFields.plan(type(file.object()), file.mapping());
        var subject = subject(file.object());
        var today = LocalDate.ofInstant(clock.instant(), Actor.current().zone());
        return new Preparation(
                file,
                source(file),
                planned.type(),
                planned.mapping(),
                new RowReader(planned.type(), planned.mapping(), wordings, linked, today, CURRENCY),
                new Matching(subject, records, planned.mapping().rules()),
                subject);
    }
}
