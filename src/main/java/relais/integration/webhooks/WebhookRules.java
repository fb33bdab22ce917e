package relais.integration.webhooks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Directory;
import relais.platform.outbound.Outbound;
import relais.platform.web.Refused;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;

/** What a subscription has to fulfil. */
@Component
class WebhookRules {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 1_000;

    private final ObjectTypes types;
    private final Criteria criteria;
    private final Directory directory;
    private final Outbound outbound;

    WebhookRules(ObjectTypes types, Criteria criteria, Directory directory, Outbound outbound) {
        this.types = types;
        this.criteria = criteria;
        this.directory = directory;
        this.outbound = outbound;
    }

    List<Problem> check(WebhookDraft draft) {
        var problems = new ArrayList<Problem>();
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            problems.add(Problem.of("name", "webhook.name"));
        }
        Optional.ofNullable(target(draft)).ifPresent(code -> problems.add(Problem.of("url", "webhook." + code)));
        draft.objects().stream()
                .filter(o -> types.open(o).isEmpty())
                .forEach(o -> problems.add(Problem.of("objects", "webhook.object", o)));
        boolean known = draft.kinds().stream()
                .allMatch(k -> EventKind.CHOICES.stream().anyMatch(c -> c.code().equals(k)));
        if (draft.kinds().isEmpty() || !known) {
            problems.add(Problem.of("kinds", "webhook.kinds"));
        }
        if (directory.activeUsers().stream().noneMatch(u -> u.id().equals(draft.owner()))) {
            problems.add(Problem.of("owner", "webhook.owner"));
        }
        conditions(draft).ifPresent(problems::add);
        return problems;
    }

    private @Nullable String target(WebhookDraft draft) {
        var target = draft.target();
        if (target == null || draft.url().length() > LONGEST_URL || !plain(target)) {
            return "url";
        }
        return outbound.objection(target);
    }

    private static boolean plain(URI target) {
        return target.getHost() != null
                && target.getRawUserInfo() == null
                && target.getRawFragment() == null
                && Stream.of("http", "https").anyMatch(s -> s.equals(target.getScheme()))
                && target.toASCIIString().equals(target.toString());
    }

    /** Conditions speak of fields, so of one object. */
    private Optional<Problem> conditions(WebhookDraft draft) {
        var text = draft.criteria();
        if (text == null) {
            return Optional.empty();
        }
        if (draft.objects().size() != 1) {
            return Optional.of(Problem.of("criteria", "webhook.criteria.one"));
        }
        return types.open(draft.objects().getFirst()).flatMap(t -> mistake(t, text));
    }

    private Optional<Problem> mistake(ObjectType type, String text) {
        try {
            return criteria.mistakes(type, CriteriaJson.parse(text)).stream()
                    .findFirst()
                    .map(m -> new Problem(
                            "criteria", m.problem().code(), m.problem().args()));
        } catch (Refused malformed) {
            return Optional.of(Problem.of("criteria", "webhook.criteria"));
        }
    }
}
