package relais.records.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Directory;
import relais.identity.Memberships;
import relais.identity.Roles;
import relais.identity.team.TeamTab;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaSentences;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Reasons;
import relais.records.types.Reasons.Way;
import relais.records.types.Snapshot;
import relais.ui.Formats;
import relais.ui.Words;

/** Tells administrators why a colleague sees a record: who they are, their role, the rule, the fields. */
@Service
class Whys {
    private final DSLContext sql;
    private final Actors actors;
    private final Roles roles;
    private final Memberships memberships;
    private final Directory directory;
    private final ObjectTypes types;
    private final Reasons reasons;
    private final Records records;
    private final CriteriaSentences sentences;

    Whys(
            DSLContext sql,
            Actors actors,
            Roles roles,
            Memberships memberships,
            Directory directory,
            ObjectTypes types,
            Reasons reasons,
            Records records,
            CriteriaSentences sentences) {
        this.sql = sql;
        this.actors = actors;
        this.roles = roles;
        this.memberships = memberships;
        this.directory = directory;
        this.types = types;
        this.reasons = reasons;
        this.records = records;
        this.sentences = sentences;
    }

    @Transactional(readOnly = true)
    AccessPages.Why why(Snapshot record, UUID person) {
        TeamTab.require();
        var type = record.type();
        var colleague = actors.user(person).orElseThrow(NotFound::new);
        var ways = ScopedValue.where(Actor.CURRENT, colleague)
                .call(() -> colleague.may(type.name(), Action.READ) ? reasons.of(type, record) : List.<Way>of());
        var steps = new ArrayList<AccessPages.Step>();
        steps.add(new AccessPages.Step("user-round", colleague.name(), places(colleague), false));
        steps.add(role(person, colleague, type));
        ways.forEach(w -> steps.add(new AccessPages.Step("key-round", said(w), detail(w, record, colleague), true)));
        if (!ways.isEmpty()) {
            steps.add(fields(type, colleague));
        }
        return new AccessPages.Why(
                !ways.isEmpty(),
                Words.t(ways.isEmpty() ? "rights.why.no" : "rights.why.yes", colleague.name()),
                Words.t("rights.why.ways", ways.size()),
                steps);
    }

    private static String said(Way way) {
        return Words.t("rights.way." + way.name().toLowerCase(java.util.Locale.ROOT));
    }

    private String places(Actor colleague) {
        var places = new ArrayList<UUID>(colleague.sites());
        places.addAll(colleague.teams());
        return places.stream().flatMap(id -> directory.name(id).stream()).collect(Collectors.joining(", "));
    }

    private AccessPages.Step role(UUID person, Actor colleague, ObjectType type) {
        var code = memberships.find(Tenancy.id(), person).orElseThrow().role();
        var label = roles.known(code).map(Roles.Known::label).orElse(code);
        boolean reads = colleague.may(type.name(), Action.READ);
        return new AccessPages.Step("users", label, Words.t(reads ? "rights.why.reads" : "rights.why.blind"), false);
    }

    private String detail(Way way, Snapshot record, Actor colleague) {
        return switch (way) {
            case EVERYTHING -> Words.t("rights.way.everything.how");
            case SITE -> name(record.text("site"));
            case OWNER, LED -> name(record.text("owner"));
            case SHARED -> Words.t("rights.way.shared.how");
            case CONDITIONS ->
                sentences.of(
                        types.whole(record.type().name()),
                        CriteriaJson.parse(colleague.reach().where(record.type().name())));
            case SHARE -> share(record, colleague);
        };
    }

    private String name(String id) {
        return id.isEmpty() ? "" : directory.name(UUID.fromString(id)).orElse("");
    }

    private String share(Snapshot record, Actor colleague) {
        return sql.resultQuery(
                        "SELECT g.id FROM identity.share g WHERE g.tenant_id = ? AND g.person_id = ? AND g.record_id = ?"
                                + " AND g.deleted_at IS NULL",
                        Tenancy.id(),
                        colleague.id(),
                        record.id().toString())
                .fetchOptional(0, UUID.class)
                .flatMap(id -> records.provenance(ShareDescription.NAME, id, "person"))
                .map(p -> Words.t("rights.way.share.how", p.operation().actorName(), Formats.moment(p.at())))
                .orElse("");
    }

    private AccessPages.Step fields(ObjectType type, Actor colleague) {
        int all = types.whole(type.name()).fields().size();
        int seen = ScopedValue.where(Actor.CURRENT, colleague)
                .call(() -> types.of(type.name()).fields().size());
        return new AccessPages.Step("eye", Words.t("rights.why.fields", seen, all), "", false);
    }
}
