package relais.records.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.imports.columns.FileProfile;
import relais.records.imports.source.Layout;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports. */
@Component
class ImportStore {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String COLUMNS = "i.id, i.object, i.file_name, i.file_size, i.layout, i.mapping, i.state,"
            + " i.row_count, i.done_rows, i.tied_rows, i.created, i.updated, i.unchanged, i.decided, i.aside,"
            + " i.rejected, i.operation_id, i.fields_operation_id, i.actor_id, i.actor_name, i.uploaded_at,"
            + " i.started_at, i.ended_at, i.busy_ms, i.trial, i.problem";

    private final DSLContext sql;
    private final Clock clock;

    ImportStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is known of a file when it has been read for the first time. */
    record Uploaded(
            UUID id,
            String object,
            String fileName,
            long fileSize,
            Layout layout,
            FileProfile profile,
            Mapping mapping) {}

    void insert(Uploaded file) {
        var actor = Actor.current();
        sql.query(
                        "INSERT INTO records.import (tenant_id, id, object, file_name, file_size, layout, profile,"
                                + " mapping, state, row_count, actor_id, actor_name, uploaded_at) VALUES (?, ?, ?, ?, ?,"
                                + " CAST(? AS jsonb), CAST(? AS jsonb), CAST(? AS jsonb), 'UPLOADED', ?, ?, ?, CAST(?"
                                + " AS timestamptz))",
                        Tenancy.id(),
                        file.id(),
                        file.object(),
                        file.fileName(),
                        file.fileSize(),
                        MAPPER.writeValueAsString(file.layout()),
                        MAPPER.writeValueAsString(file.profile()),
                        file.mapping().json(),
                        file.profile().rows(),
                        actor.id(),
                        actor.name(),
                        now())
                .execute();
    }

    Optional<Import> find(UUID id) {
        return find(id, "");
    }

    /** Holds the import until the transaction ends, so that one worker at a time goes on with it. */
    Optional<Import> lock(UUID id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<Import> find(UUID id, String lock) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.import i WHERE i.tenant_id = ? AND i.id = ?" + lock,
                        Tenancy.id(),
                        id)
                .fetchOptional(ImportStore::read);
    }

    /** The import that writes, or wrote, this operation. */
    Optional<Import> written(UUID operation) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.import i WHERE i.tenant_id = ? AND i.operation_id = ?",
                        Tenancy.id(),
                        operation)
                .fetchOptional(ImportStore::read);
    }

    List<Import> recent(int limit) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.import i WHERE i.tenant_id = ? ORDER BY i.id DESC LIMIT ?",
                        Tenancy.id(),
                        limit)
                .fetch(ImportStore::read);
    }

    FileProfile profile(UUID id) {
        return sql.resultQuery(
                        "SELECT i.profile FROM records.import i WHERE i.tenant_id = ? AND i.id = ?", Tenancy.id(), id)
                .fetchSingle(r -> MAPPER.readValue(r.get(0, JSONB.class).data(), FileProfile.class));
    }

    /** Only while its columns are open: what runs is read as it was tried. */
    boolean layout(UUID id, Layout layout, FileProfile profile, Mapping mapping) {
        return sql.query(
                                "UPDATE records.import SET layout = CAST(? AS jsonb), profile = CAST(? AS jsonb), mapping"
                                        + " = CAST(? AS jsonb), row_count = ?, state = 'UPLOADED', trial = NULL WHERE"
                                        + " tenant_id = ? AND id = ? AND state IN ('UPLOADED', 'TRIED')",
                                MAPPER.writeValueAsString(layout),
                                MAPPER.writeValueAsString(profile),
                                mapping.json(),
                                profile.rows(),
                                Tenancy.id(),
                                id)
                        .execute()
                == 1;
    }

    /** A changed mapping makes a dry run out of date; once it runs it does not change any more. */
    boolean mapping(UUID id, Mapping mapping) {
        return sql.query(
                                "UPDATE records.import SET mapping = CAST(? AS jsonb), state = 'UPLOADED', trial = NULL"
                                        + " WHERE tenant_id = ? AND id = ? AND state IN ('UPLOADED', 'TRIED')",
                                mapping.json(),
                                Tenancy.id(),
                                id)
                        .execute()
                == 1;
    }

    void tried(UUID id, JsonNode trial) {
        sql.query(
                        "UPDATE records.import SET state = 'TRIED', trial = CAST(? AS jsonb), problem = NULL WHERE"
                                + " tenant_id = ? AND id = ? AND state IN ('UPLOADED', 'TRIED', 'TRYING')",
                        Values.json(trial),
                        Tenancy.id(),
                        id)
                .execute();
    }

    /** Moves the import on when it stands in one of these states; says whether it did. */
    boolean move(UUID id, Import.State to, Import.State... from) {
        boolean begins = to == Import.State.RUNNING;
        boolean ends = to == Import.State.DONE || to == Import.State.CANCELLED || to == Import.State.FAILED;
        return sql.query(
                                "UPDATE records.import SET state = ?, started_at = CASE WHEN ? THEN coalesce(started_at,"
                                        + " CAST(? AS timestamptz)) ELSE started_at END, ended_at = CASE WHEN ? THEN"
                                        + " CAST(? AS timestamptz) ELSE NULL END WHERE tenant_id = ? AND id = ? AND"
                                        + " state = ANY(?)",
                                to.name(),
                                begins,
                                now(),
                                ends,
                                now(),
                                Tenancy.id(),
                                id,
                                Arrays.stream(from).map(Enum::name).toArray(String[]::new))
                        .execute()
                == 1;
    }

    void problem(UUID id, JsonNode problem) {
        sql.query(
                        "UPDATE records.import SET problem = CAST(? AS jsonb) WHERE tenant_id = ? AND id = ?",
                        Values.json(problem),
                        Tenancy.id(),
                        id)
                .execute();
    }

    void fieldsMade(UUID id, Mapping resolved, UUID operation) {
        sql.query(
                        "UPDATE records.import SET mapping = CAST(? AS jsonb), fields_operation_id = ? WHERE tenant_id = ?"
                                + " AND id = ?",
                        resolved.json(),
                        operation,
                        Tenancy.id(),
                        id)
                .execute();
    }

    void progress(UUID id, long done, Import.Tally more, @Nullable UUID operation, long millis) {
        sql.query(
                        "UPDATE records.import SET done_rows = ?, created = created + ?, updated = updated + ?, unchanged"
                                + " = unchanged + ?, decided = decided + ?, aside = aside + ?, rejected = rejected + ?,"
                                + " operation_id = CAST(? AS uuid), busy_ms = busy_ms + ? WHERE tenant_id = ? AND id ="
                                + " ?",
                        done,
                        more.created(),
                        more.updated(),
                        more.unchanged(),
                        more.decided(),
                        more.aside(),
                        more.rejected(),
                        operation,
                        millis,
                        Tenancy.id(),
                        id)
                .execute();
    }

    void tied(UUID id, long tied, @Nullable UUID operation) {
        sql.query(
                        "UPDATE records.import SET tied_rows = ?, operation_id = CAST(? AS uuid) WHERE tenant_id = ? AND"
                                + " id = ?",
                        tied,
                        operation,
                        Tenancy.id(),
                        id)
                .execute();
    }

    void delete(UUID id) {
        sql.query("DELETE FROM records.import WHERE tenant_id = ? AND id = ?", Tenancy.id(), id)
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Import read(Record r) {
        return new Import(
                r.get(0, UUID.class),
                r.get(1, String.class),
                r.get(2, String.class),
                r.get(3, Long.class),
                MAPPER.readValue(r.get(4, JSONB.class).data(), Layout.class),
                Mapping.parse(r.get(5, JSONB.class).data()),
                Import.State.valueOf(r.get(6, String.class)),
                r.get(7, Long.class),
                r.get(8, Long.class),
                r.get(9, Long.class),
                new Import.Tally(
                        r.get(10, Integer.class),
                        r.get(11, Integer.class),
                        r.get(12, Integer.class),
                        r.get(13, Integer.class),
                        r.get(14, Integer.class),
                        r.get(15, Integer.class)),
                r.get(16, UUID.class),
                r.get(17, UUID.class),
                r.get(18, UUID.class),
                r.get(19, String.class),
                r.get(20, OffsetDateTime.class).toInstant(),
                instant(r, 21),
                instant(r, 22),
                r.get(23, Long.class),
                json(r, 24),
                json(r, 25));
    }

    private static @Nullable Instant instant(Record r, int column) {
        var at = r.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable JsonNode json(Record r, int column) {
        var json = r.get(column, JSONB.class);
        return json == null ? null : Values.parse(json.data());
    }
}
