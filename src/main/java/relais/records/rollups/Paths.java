package relais.records.rollups;

import java.util.ArrayList;
import java.util.List;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Storage;

/** The ways from an object to the records that link to it, named as criteria name them. */
final class Paths {
    private Paths() {}

    /**
     * One way.
     *
     * @param link the field of the other object that leads here
     */
    record Path(String name, ObjectType over, Field link) {}

    static List<Path> of(ObjectTypes types, ObjectType owner) {
        var paths = new ArrayList<Path>();
        for (var over : types.wholes()) {
            var links = over.fields().stream()
                    .filter(f -> owner.name().equals(f.target()))
                    .toList();
            long standard = links.stream()
                    .filter(f -> f.storage() instanceof Storage.Column)
                    .count();
            for (var link : links) {
                boolean plain = link.storage() instanceof Storage.Column && standard == 1;
                paths.add(new Path(plain ? over.plural() : over.plural() + "." + link.name(), over, link));
            }
        }
        return paths;
    }
}
