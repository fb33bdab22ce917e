package relais.integration;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.tokens.Pass;
import relais.identity.tokens.Scope;
import relais.identity.tokens.Scopes;
import relais.integration.webhooks.WebhookDescription;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.records.changes.Operations;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Words;

/** The objects that the API shows, and the scopes that open them. */
@Component
class ApiObjects implements Scopes {
    /** The people and sites of the workspace, as rights and scopes name them. */
    static final String DIRECTORY = "directory";

    private static final String WEBHOOK = WebhookDescription.NAME;

    /** Subscriptions are configuration: that right belongs to both scopes, and the action tells them apart. */
    private static final Set<Action> READING = EnumSet.of(Action.READ, Action.CONFIGURE);

    private static final Set<Action> WRITING =
            EnumSet.of(Action.CREATE, Action.UPDATE, Action.DELETE, Action.CONFIGURE);

    private final ObjectTypes types;

    ApiObjects(ObjectTypes types) {
        this.types = types;
    }

    /** Every open object that the actor may read. */
    List<ObjectType> readable() {
        return types.all().stream()
                .filter(t -> types.description(t).open())
                .filter(t -> Actor.current().may(t.name(), Action.READ))
                .toList();
    }

    /** The object of this plural, for this action. */
    ObjectType of(String plural, Action action) {
        var type = types.plural(plural).filter(t -> types.description(t).open()).orElseThrow(NotFound::new);
        require(type.plural(), type.name(), action);
        return type;
    }

    /** Refuses what the token's scopes do not cover, then what its person's role does not allow. */
    void require(String plural, String object, Action action) {
        if (!Pass.CURRENT.get().covers(object, action)) {
            throw ApiProblem.of(403, "scope.missing", plural + ":" + verb(object, action));
        }
        Actor.current().require(object, action);
    }

    /** Refuses what the token's scopes do not cover; what its person may is asked elsewhere. */
    void covered(String object, Action action) {
        if (!Pass.CURRENT.get().covers(object, action)) {
            throw ApiProblem.of(403, "scope.missing", object + "s:" + verb(object, action));
        }
    }

    /** Refuses who may write nothing at all: which objects, each write says. */
    void requireWriting() {
        var writable =
                open().filter(t -> writes(t.name(), Pass.CURRENT.get().scope())).toList();
        if (writable.isEmpty()) {
            throw ApiProblem.of(403, "scope.missing", "customers:write");
        }
        if (writable.stream().noneMatch(t -> writes(t.name(), Actor.current().grants()))) {
            throw ApiProblem.of(403, "right.missing");
        }
    }

    private static boolean writes(String object, Grants grants) {
        return Stream.of(Action.CREATE, Action.UPDATE, Action.DELETE).anyMatch(a -> grants.allow(object, a));
    }

    private static String verb(String object, Action action) {
        return action == Action.READ ? "read" : object.equals(Operations.NAME) ? "undo" : "write";
    }

    /** Whether the actor may see the records it writes. */
    boolean reads(ObjectType type) {
        return Actor.current().may(type.name(), Action.READ);
    }

    @Override
    public List<Scope> all() {
        var others = Stream.of(
                scope("webhooks:read", Words.t("api.scope.webhooks.read"), WEBHOOK, READING),
                scope("webhooks:write", Words.t("api.scope.webhooks.write"), WEBHOOK, WRITING),
                scope("directory:read", Words.t("api.scope.directory"), DIRECTORY, Set.of(Action.READ)),
                scope("operations:read", Words.t("api.scope.operations.read"), Operations.NAME, Set.of(Action.READ)),
                scope("operations:undo", Words.t("api.scope.operations.undo"), Operations.NAME, Set.of(Action.UPDATE)));
        return Stream.concat(open().flatMap(ApiObjects::scopes), others).toList();
    }

    private Stream<ObjectType> open() {
        return (Tenancy.CURRENT.isBound() ? types.all().stream() : types.declared())
                .filter(t -> types.description(t).open());
    }

    private static Stream<Scope> scopes(ObjectType type) {
        var writing = EnumSet.of(Action.CREATE, Action.UPDATE, Action.DELETE);
        var many = Labels.objects(type);
        var named = many.substring(0, 1).toUpperCase(Locale.ROOT) + many.substring(1);
        var read = Words.t("api.scope.read", named);
        var write = Words.t("api.scope.write", named);
        return Stream.of(
                scope(type.plural() + ":read", read, type.name(), Set.of(Action.READ)),
                scope(type.plural() + ":write", write, type.name(), writing));
    }

    private static Scope scope(String code, String label, String object, Set<Action> actions) {
        return new Scope(code, label, new Grants(Map.of(object, actions)));
    }
}
