package relais.identity.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import relais.identity.Directory;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Command;
import relais.platform.tenancy.Tenancy;

/** {@code ./relais token}: tokens of the API, for whoever runs the installation. */
@Component
class TokenCommand implements Command {
    private static final int USAGE = 2;
    private static final int DAYS = 90;
    private static final int MOST_DAYS = 3650;

    private final AccessTokens tokens;
    private final ScopeBook scopes;
    private final Workspaces workspaces;
    private final Directory directory;
    private final Clock clock;

    TokenCommand(AccessTokens tokens, ScopeBook scopes, Workspaces workspaces, Directory directory, Clock clock) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.workspaces = workspaces;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String help() {
        return "create --name N --scope S… [--user EMAIL] [--days " + DAYS + "] [--workspace W] | list [--workspace W]"
                + " | revoke ID [--workspace W]";
    }

    @Override
    public int run(List<String> args) {
        var words = new ArrayDeque<String>();
        var options = options(args, words);
        return switch (Optional.ofNullable(words.poll()).orElse("")) {
            case "create" -> in(options, w -> create(w, options));
            case "list" -> in(options, this::list);
            case "revoke" ->
                in(options, w -> revoke(w, Optional.ofNullable(words.poll()).orElse("")));
            default -> no("Usage: ./relais token " + help());
        };
    }

    private int in(Map<String, List<String>> options, ToIntFunction<Workspace> work) {
        var all = workspaces.all();
        if (all.isEmpty()) {
            return no("There is no workspace yet. Start Relais, or name its data folder by --home.");
        }
        return workspaces
                .called(first(options, "workspace").filter(w -> !w.isEmpty()).orElse(null))
                .map(w -> ScopedValue.where(Tenancy.CURRENT, w.id()).call(() -> work.applyAsInt(w)))
                .orElseGet(() -> no("Name the workspace by --workspace: "
                        + String.join(", ", all.stream().map(Workspace::slug).toList())));
    }

    private int create(Workspace workspace, Map<String, List<String>> options) {
        var name = first(options, "name").orElse("").strip();
        var codes = options.getOrDefault("scope", List.of()).stream()
                .flatMap(s -> List.of(s.split("[,\\s]+")).stream())
                .distinct()
                .toList();
        var unknown = codes.stream().filter(c -> !scopes.knows(c)).toList();
        if (name.isEmpty() || codes.isEmpty() || !unknown.isEmpty()) {
            return no((unknown.isEmpty() ? "" : "There is no scope " + String.join(", ", unknown) + ". ")
                    + "A token needs --name and at least one --scope of: "
                    + String.join(" ", scopes.all().stream().map(Scope::code).toList()));
        }
        var days = first(options, "days")
                .filter(d -> d.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(DAYS);
        if (days < 1 || days > MOST_DAYS) {
            return no("A token lasts from 1 to " + MOST_DAYS + " days.");
        }
        var account = account(workspace, first(options, "user"));
        if (account.isEmpty()) {
            return no("Nobody in this workspace has this e-mail address. See ./relais user list");
        }
        System.out.println(tokens.make(workspace.id(), account.get(), name, codes, Duration.ofDays(days)));
        return 0;
    }

    /** The person of this address, or the first administrator. */
    private Optional<UUID> account(Workspace workspace, Optional<String> email) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> directory.person(email).map(Directory.User::id));
    }

    private int list(Workspace workspace) {
        var now = clock.instant();
        tokens.of(workspace.id(), null)
                .forEach(t -> System.out.printf(
                        "%s\t%s\t%s…\t%s\t%s\t%s%n",
                        t.id(),
                        t.name(),
                        t.prefix(),
                        t.person(),
                        String.join(" ", t.scopes()),
                        t.alive(now) ? "until " + t.expiresAt() : "dead"));
        return 0;
    }

    private int revoke(Workspace workspace, String id) {
        var found = tokens.of(workspace.id(), null).stream()
                .filter(t -> t.id().toString().equals(id)
                        || t.name().equals(id)
                        || t.prefix().equals(id))
                .toList();
        if (found.size() != 1) {
            return no(
                    found.isEmpty()
                            ? "There is no such token. See ./relais token list"
                            : "Several tokens: give the id.");
        }
        System.out.println(
                tokens.revoke(workspace.id(), found.getFirst().id()) ? "Revoked." : "It was revoked already.");
        return 0;
    }

    private static Optional<String> first(Map<String, List<String>> options, String name) {
        return Optional.ofNullable(options.get(name)).map(words -> String.join(" ", words));
    }

    /** An option takes every word up to the next one, and may stand several times. */
    private static Map<String, List<String>> options(List<String> args, ArrayDeque<String> words) {
        var options = new HashMap<String, List<String>>();
        List<String> current = null;
        for (var word : args) {
            if (word.startsWith("--")) {
                int equal = word.indexOf('=');
                var name = equal < 0 ? word.substring(2) : word.substring(2, equal);
                current = options.computeIfAbsent(name, n -> new ArrayList<>());
                if (equal >= 0) {
                    current.add(word.substring(equal + 1));
                }
            } else if (current == null) {
                words.add(word);
            } else {
                current.add(word);
            }
        }
        return options;
    }

    private static int no(String sentence) {
        System.err.println(sentence);
        return USAGE;
    }
}
