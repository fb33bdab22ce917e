package relais.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Repository;
import relais.identity.Accounts;
import relais.identity.door.Sessions;
import relais.identity.door.Visit;
import relais.ui.Option;
import relais.ui.Words;

/** Reads the account page; what was typed into a form that has problems is kept. */
@Repository
class AccountQueries {
    private static final Pattern PLACE =
            Pattern.compile("(Europe|America|Africa|Asia|Pacific|Indian|Atlantic|Australia|Antarctica)/.+");
    private static final List<Option> ZONES = zones();

    private final Accounts accounts;
    private final Sessions sessions;
    private final List<WayIn> ways;

    AccountQueries(Accounts accounts, Sessions sessions, List<WayIn> ways) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.ways = ways.stream().sorted(Comparator.comparingInt(WayIn::order)).toList();
    }

    AccountPages.Show show(Visit visit, HttpServletRequest request, Map<String, String> problems) {
        var account = accounts.find(visit.account().id()).orElseThrow();
        var places = sessions.places(account.id()).stream()
                .map(place -> AccountPages.Place.of(place, visit.session()))
                .toList();
        return new AccountPages.Show(
                account.email(),
                typed(request, "name").orElse(account.name()),
                typed(request, "language").orElse(account.locale().getLanguage()),
                typed(request, "zone").orElse(account.zone().getId()),
                Words.LANGUAGES.stream()
                        .map(language -> new Option(language.getLanguage(), Words.in(language, "ui.language.own")))
                        .toList(),
                ZONES,
                ways.stream().flatMap(way -> way.lines(account.id()).stream()).toList(),
                places,
                problems);
    }

    private static Optional<String> typed(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static List<Option> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACE.matcher(id).matches() || id.equals("UTC"))
                .sorted()
                .map(id -> new Option(id, id.replace('_', ' ')))
                .toList();
    }
}
