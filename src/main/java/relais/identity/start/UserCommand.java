package relais.identity.start;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Account;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Command;
import relais.platform.commands.Options;
import relais.platform.text.Emails;
import relais.platform.text.Visible;

/** {@code ./relais user}: people, for whoever runs the installation. */
@Component
class UserCommand implements Command {
    private static final int USAGE = 2;
    private static final Set<String> ADDING = Set.of("name", "role", "workspace");

    private final Operator operator;
    private final Workspaces workspaces;

    UserCommand(Operator operator, Workspaces workspaces) {
        this.operator = operator;
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "user";
    }

    @Override
    public String help() {
        return "list | add EMAIL --name NAME [--role administrator|manager|agent|reader] [--workspace W]"
                + " | reset-link EMAIL | lift-second-factor EMAIL | disable EMAIL | enable EMAIL";
    }

    @Override
    public int run(List<String> args) {
        var sorted = Options.of(args);
        var words = new ArrayDeque<>(sorted.words());
        var options = sorted.values();
        var what = Objects.requireNonNullElse(words.poll(), "");
        var email = what.equals("list") ? null : words.poll();
        if (!words.isEmpty() || !known(what, options)) {
            return usage();
        }
        return switch (what) {
            case "list" -> list();
            case "add" -> add(email, options);
            case "reset-link" -> with(email, account -> System.out.println(operator.resetLink(account)));
            case "lift-second-factor" -> with(email, this::lift);
            case "disable" -> with(email, account -> disabled(account, true));
            case "enable" -> with(email, account -> disabled(account, false));
            default -> usage();
        };
    }

    private static boolean known(String what, Map<String, String> options) {
        return (what.equals("add") ? ADDING : Set.<String>of()).containsAll(options.keySet());
    }

    private int usage() {
        return no("Usage: ./relais user " + help());
    }

    private void lift(Account account) {
        operator.lift(account);
        System.out.println(account.email() + " enters by the password alone, or is asked to choose a second factor.");
    }

    private void disabled(Account account, boolean disabled) {
        operator.disabled(account, disabled);
        System.out.println(account.email() + (disabled ? " may no longer enter." : " may enter again."));
    }

    private int list() {
        operator.lines().forEach(System.out::println);
        return 0;
    }

    private int add(@Nullable String email, Map<String, String> options) {
        var role = Role.of(options.getOrDefault("role", "agent"));
        var workspace = workspaces.called(options.get("workspace"));
        if (email == null || Emails.parse(email).isEmpty()) {
            return no("The e-mail address is missing or incomplete.");
        }
        if (role.isEmpty()) {
            return no("Roles are administrator, manager, agent and reader.");
        }
        if (workspace.isEmpty()) {
            return no("Name the workspace by --workspace: " + slugs());
        }
        var name = options.getOrDefault("name", email.replaceAll("@.*", ""));
        if (Visible.nothing(name) || name.length() > SetupForm.LONGEST) {
            return no("The name must have 1 to " + SetupForm.LONGEST + " characters.");
        }
        var link = operator.add(workspace.get(), email, name, role.get());
        link.ifPresent(System.out::println);
        return link.isPresent() ? 0 : no("This person belongs to the workspace already.");
    }

    private int with(@Nullable String email, Consumer<Account> work) {
        var account = email == null ? Optional.<Account>empty() : operator.find(email);
        account.ifPresent(work);
        return account.isPresent() ? 0 : no("Nobody has this e-mail address. See ./relais user list");
    }

    private String slugs() {
        return String.join(", ", workspaces.all().stream().map(Workspace::slug).toList());
    }

    private static int no(String sentence) {
        System.err.println(sentence);
        return USAGE;
    }
}
