package relais.records.types;

import java.util.List;

/** Who sees which records of an object, among those who may read the object at all. */
public sealed interface RowRights {
    /** Everybody sees every record. */
    record Every() implements RowRights {}

    /**
     * A record belongs to a site and to a person or is shared with everyone: the reach of whoever looks decides.
     *
     * @param site the name of the field with its site
     * @param owner the name of the field with its owner
     * @param shared the name of the field that shares it with everyone
     */
    record Belonging(String site, String owner, String shared) implements RowRights {
        /** The fields that decide, in the order in which people read them. */
        public List<String> fields() {
            return List.of(site, owner, shared);
        }
    }

    /** A record is seen by whoever sees one of the records that these fields link to. */
    record Following(List<String> links) implements RowRights {
        public Following {
            links = List.copyOf(links);
        }
    }

    /**
     * A record that somebody keeps to themself is seen by nobody else, whatever their role; the others as said inside.
     *
     * @param kept the name of the field that says it is kept private
     * @param author the name of the field with the one who then sees it
     */
    record Personal(String kept, String author, RowRights inside) implements RowRights {}
}
