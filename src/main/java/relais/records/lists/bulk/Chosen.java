package relais.records.lists.bulk;

import java.util.List;
import java.util.UUID;
import relais.records.criteria.Criterion;

/** Which records of a list are meant. */
sealed interface Chosen {
    /** How many they are. */
    int size();

    /** These. */
    record These(List<UUID> ids) implements Chosen {
        @Override
        public int size() {
            return ids.size();
        }
    }

    /** Everything that the list shows, which is more than is changed at once. */
    record Everything(Criterion criterion, int size) implements Chosen {}
}
