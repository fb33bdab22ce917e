package relais.records.types;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.identity.FieldRight;
import tools.jackson.databind.node.ObjectNode;

/** The objects of the current workspace, with its own fields, as far as the current actor may see them. */
@Service
public class ObjectTypes {
    private final Map<String, ObjectDescription> descriptions = new LinkedHashMap<>();
    private final Map<String, ObjectType> declared = new LinkedHashMap<>();
    private final CustomFields customFields;

    ObjectTypes(List<ObjectDescription> all, CustomFields customFields) {
        all.forEach(d -> descriptions.put(d.type().name(), d));
        all.forEach(d -> declared.put(
                d.type().name(), d.type().related(relations(d.type().name()))));
        this.customFields = customFields;
    }

    /**
     * The object of this name; fails when there is none, for names that come from code and from history: an object that
     * the workspace deleted is still the one that its records were of.
     */
    public ObjectType of(String name) {
        return seen(whole(name));
    }

    private Optional<ObjectType> known(String name) {
        var standard = declared.get(name);
        return Optional.ofNullable(standard == null ? customFields.own(name) : standard);
    }

    private ObjectType extended(ObjectType type) {
        return customFields.extend(type, declared::get);
    }

    /** The object of this name, for names that come from outside. */
    public Optional<ObjectType> find(String name) {
        return known(name)
                .filter(t -> !customFields.gone(name))
                .map(this::extended)
                .map(this::seen);
    }

    /** The object of this name with every field, whoever acts: for what writes and keeps records. */
    public ObjectType whole(String name) {
        return known(name).map(this::extended).orElseThrow(() -> new IllegalArgumentException("No object " + name));
    }

    /** Every object with every field, whoever acts. */
    public Collection<ObjectType> wholes() {
        return every().map(this::extended).toList();
    }

    /** The record without what the current actor may not see of it. */
    public Snapshot seen(Snapshot record) {
        var type = seen(record.type());
        return type.hidden().isEmpty()
                ? record
                : new Snapshot(
                        type,
                        record.id(),
                        record.version(),
                        type.trim(record.values().deepCopy()));
    }

    /** What the actor may not do with the field of the whole object; nothing when it is open. */
    public Optional<FieldRight> closed(ObjectType type, String field) {
        return Optional.ofNullable(closed(type).get(field))
                .filter(r -> r == FieldRight.READ || !needed(type).contains(field));
    }

    /** The fields without which no page can name or place a record; they are hidden from nobody. */
    public Set<String> needed(ObjectType type) {
        var needed = new HashSet<>(type.titles());
        needed.addAll(Visibility.deciding(description(type).rows()));
        needed.addAll(description(type).needed());
        return needed;
    }

    private ObjectType seen(ObjectType type) {
        if (!Actor.CURRENT.isBound() || Actor.current().grants().fields().isEmpty()) {
            return type;
        }
        var closed = new HashMap<>(closed(type));
        type.fields().stream().filter(f -> figured(type, f)).forEach(f -> closed.put(f.name(), FieldRight.HIDDEN));
        return closed.isEmpty() ? type : type.closed(closed, needed(type));
    }

    /** Whether the field is figured over a field of other records that is hidden from the actor. */
    private static boolean figured(ObjectType type, Field field) {
        return field.derivation() instanceof Derivation.RollUp over
                && type.relations().stream()
                        .filter(r -> r.name().equals(over.path()))
                        .anyMatch(
                                r -> Actor.current().grants().closed(r.object()).get(String.valueOf(over.field()))
                                        == FieldRight.HIDDEN);
    }

    private static Map<String, FieldRight> closed(ObjectType type) {
        return Actor.CURRENT.isBound() ? Actor.current().grants().closed(type.name()) : Map.of();
    }

    /** The object of this name when its records are edited by the generic forms. */
    public Optional<ObjectType> open(String name) {
        return find(name).filter(t -> description(t).open());
    }

    /** The object with this plural, for URLs. */
    public Optional<ObjectType> plural(String plural) {
        return every().filter(t -> t.plural().equals(plural))
                .findFirst()
                .map(this::extended)
                .map(this::seen);
    }

    /** Every object as its module describes it, for work that belongs to no workspace. */
    public Stream<ObjectType> declared() {
        return descriptions.values().stream().map(ObjectDescription::type);
    }

    /** Every object, those of the workspace behind the standard ones. */
    public Collection<ObjectType> all() {
        return every().map(this::extended).map(this::seen).toList();
    }

    /** The objects that the workspace made itself, in their order. */
    public List<ObjectType> own() {
        return customFields.living().stream()
                .map(this::extended)
                .map(this::seen)
                .toList();
    }

    private Stream<ObjectType> every() {
        return Stream.concat(declared.values().stream(), customFields.living().stream());
    }

    /** Whether a field makes sense for a record with these values. */
    public boolean applies(ObjectType type, Field field, ObjectNode state) {
        return description(type).applies(field, state);
    }

    /** Whether a field of a record with these values is written by itself: it makes sense or holds a value. */
    public boolean editable(ObjectType type, Field field, ObjectNode state) {
        var description = description(type);
        return field.writable()
                && !description.derived(field, state)
                && (description.applies(field, state) || !Values.empty(state.get(field.name())));
    }

    /** The description behind an object, with its rules. */
    public ObjectDescription description(ObjectType type) {
        return type.own() == null ? Objects.requireNonNull(descriptions.get(type.name())) : new OwnDescription(type);
    }

    /** Reads the workspace’s own fields again: somebody changed them. */
    public void forgetCustomFields() {
        customFields.forget();
    }

    /** Every typed link to this object is a path back from it. */
    private List<ObjectType.Relation> relations(String target) {
        return descriptions.values().stream()
                .map(ObjectDescription::type)
                .flatMap(t -> links(t, target).stream())
                .toList();
    }

    private static List<ObjectType.Relation> links(ObjectType type, String target) {
        var links = type.fields().stream()
                .filter(f -> target.equals(f.target()) && f.storage() instanceof Storage.Column)
                .toList();
        return links.stream()
                .map(f -> new ObjectType.Relation(
                        links.size() == 1 ? type.plural() : type.plural() + "." + f.name(),
                        type.name(),
                        type.table(),
                        ((Storage.Column) f.storage()).column()))
                .toList();
    }
}
