package relais.records.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import relais.records.Writing;
import tools.jackson.databind.node.ObjectNode;

/** Slot: a module lets one of its objects be imported and says how its records are recognised. */
public interface ImportSubject {
    /** A key kind of {@link #keys} that hints at a likeness but recognises nobody. */
    String HINT = "name";

    /** The object's name. */
    String object();

    /** The rules by which records can be recognised, the surest first; message {@code import.rule.<rule>}. */
    List<String> rules();

    /** The values as they will be stored, with what follows from them. */
    ObjectNode completed(ObjectNode values);

    /** The keys of a record with these completed values, by rule; {@link #HINT} for likenesses. */
    Map<String, Set<String>> keys(ObjectNode completed);

    /** Which records hold each of these keys; keys that very many share may be left out. */
    Map<String, List<UUID>> holders(Collection<String> keys);

    /** What new records get when only these fields are given. */
    Map<String, String> defaults(Set<String> fields);

    /** Ties records to the organisations that their rows name; makes the organisations that don't exist. */
    void tie(Writing writing, Map<UUID, String> parents);
}
