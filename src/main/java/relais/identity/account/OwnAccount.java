package relais.identity.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Directory;
import relais.identity.door.OwnPassword;
import relais.identity.door.Sessions;
import relais.identity.door.Visit;
import relais.platform.text.Visible;
import relais.ui.Words;

/** What people change of their own account; the answers are message keys of what is wrong, by field. */
@Service
@Transactional
class OwnAccount {
    private static final int LONGEST_NAME = 120;

    private final Accounts accounts;
    private final OwnPassword passwords;
    private final Sessions sessions;
    private final Directory directory;
    private final Audit audit;

    OwnAccount(Accounts accounts, OwnPassword passwords, Sessions sessions, Directory directory, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.directory = directory;
        this.audit = audit;
    }

    Map<String, String> profile(Visit visit, String name, String language, String zone) {
        var problems = new LinkedHashMap<String, String>();
        if (Visible.nothing(name) || name.length() > LONGEST_NAME) {
            problems.put("name", "account.name.wrong");
        }
        var locale = Words.LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst();
        if (locale.isEmpty()) {
            problems.put("language", "account.language.wrong");
        }
        var place = zone(zone);
        if (place.isEmpty()) {
            problems.put("zone", "account.zone.wrong");
        }
        if (problems.isEmpty()) {
            accounts.profile(visit.account().id(), name, locale.orElseThrow(), place.orElseThrow());
            audit.add(Audit.Kind.PROFILE_CHANGED, visit.account().email(), "");
            directory.changed();
            sessions.changed();
        }
        return problems;
    }

    Map<String, String> password(Visit visit, String current, String fresh) {
        return passwords.change(visit, current, fresh);
    }

    boolean endSession(Visit visit, UUID session) {
        boolean ended = sessions.end(visit.account().id(), session);
        if (ended) {
            audit.add(Audit.Kind.SESSION_ENDED, visit.account().email(), "");
        }
        return ended;
    }

    /** Ends every session but this one; how many there were. */
    int endOtherSessions(Visit visit) {
        int ended = sessions.endAllBut(visit.account().id(), Optional.of(visit.session()));
        audit.add(Audit.Kind.SESSIONS_ENDED, visit.account().email(), "");
        return ended;
    }

    private static Optional<ZoneId> zone(String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
