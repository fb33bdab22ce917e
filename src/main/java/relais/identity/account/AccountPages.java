package relais.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.door.Sessions;
import relais.ui.Option;
import relais.ui.Words;

/** What the account page shows. */
final class AccountPages {
    private AccountPages() {}

    /** The whole page; problems are message keys by field. */
    public record Show(
            String email,
            String name,
            String language,
            String zone,
            List<Option> languages,
            List<Option> zones,
            List<WayIn.Line> ways,
            List<Place> places,
            Map<String, String> problems) {

        public @Nullable String problem(String field) {
            var key = problems.get(field);
            return key == null ? null : Words.t(key);
        }
    }

    /** A place where the person is signed in. */
    public record Place(
            UUID id, String device, String proof, String ip, Instant createdAt, Instant seenAt, boolean here) {
        static Place of(Sessions.Place place, UUID here) {
            return new Place(
                    place.id(),
                    Devices.name(place.agent()),
                    Words.t("account.session.by." + place.proof().code()),
                    place.ip(),
                    place.createdAt(),
                    place.seenAt(),
                    place.id().equals(here));
        }
    }
}
