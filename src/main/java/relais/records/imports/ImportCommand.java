package relais.records.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Directory;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.commands.Command;
import relais.platform.commands.Options;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.imports.source.Unreadable;
import relais.ui.Face;
import relais.ui.Words;

/** {@code ./relais import}: a file is read, mapped as proposed, tried and run, as in the pages and as the same person. */
@Component
class ImportCommand implements Command {
    private static final int USAGE = 2;
    private static final int UNREADABLE = 1;
    private static final String DRY = "--dry-run";
    private static final Set<String> OPTIONS = Set.of("object", "workspace", "user", "refused", "duplicates");
    private static final Set<String> DUPLICATES = Set.of("aside", "advised");

    private final Imports imports;
    private final ImportWork work;
    private final RefusedFile refused;
    private final Workshop workshop;
    private final Workspaces workspaces;
    private final Directory directory;
    private final Actors actors;

    ImportCommand(
            Imports imports,
            ImportWork work,
            RefusedFile refused,
            Workshop workshop,
            Workspaces workspaces,
            Directory directory,
            Actors actors) {
        this.imports = imports;
        this.work = work;
        this.refused = refused;
        this.workshop = workshop;
        this.workspaces = workspaces;
        this.directory = directory;
        this.actors = actors;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String help() {
        return "FILE [--object customer] [--workspace W] [--user EMAIL] [--duplicates aside|advised] [--refused FILE] ["
                + DRY + "]";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var rest = new ArrayList<>(args);
        boolean dry = rest.remove(DRY);
        var given = Options.of(rest);
        if (given.words().size() != 1 || !OPTIONS.containsAll(given.values().keySet()) || !known(given)) {
            return no("Usage: ./relais import " + help());
        }
        var file = Path.of(given.words().getFirst());
        if (!Files.isRegularFile(file)) {
            return no("There is no file " + file);
        }
        var workspace = workspaces.called(given.values().get("workspace"));
        if (workspace.isEmpty()) {
            return no("Name the workspace by --workspace: "
                    + String.join(
                            ", ", workspaces.all().stream().map(Workspace::slug).toList()));
        }
        return ScopedValue.where(Tenancy.CURRENT, workspace.get().id()).call(() -> as(given, file, dry));
    }

    private static boolean known(Options given) {
        return DUPLICATES.contains(given.values().getOrDefault("duplicates", "aside"));
    }

    private int as(Options given, Path file, boolean dry) throws Exception {
        var person = directory
                .person(Optional.ofNullable(given.values().get("user")))
                .flatMap(u -> actors.user(u.id()));
        var object = given.values().getOrDefault("object", "customer");
        if (person.isEmpty()) {
            return no("Nobody in this workspace has this e-mail address. See ./relais user list");
        }
        if (!workshop.objects().contains(object)) {
            return no("Files hold records of: " + String.join(", ", workshop.objects()));
        }
        if (!person.get().may(object, Action.IMPORT)) {
            return no(person.get().name() + " may not import.");
        }
        return acting(person.get(), () -> told(given, object, file, dry));
    }

    /** The sentences of the product in the language of the other commands. */
    private static int acting(Actor person, Callable<Integer> work) throws Exception {
        return ScopedValue.where(Actor.CURRENT, person)
                .where(Face.CURRENT, Face.plain(Locale.ENGLISH))
                .call(work::call);
    }

    private int told(Options given, String object, Path file, boolean dry) throws IOException {
        try {
            return bring(given, object, file, dry);
        } catch (Unreadable why) {
            System.err.println(Unreadables.sentence(why));
            return UNREADABLE;
        } catch (Refused no) {
            System.err.println(Words.t("refused." + no.code(), no.args().toArray()));
            return UNREADABLE;
        }
    }

    private int bring(Options given, String object, Path path, boolean dry) throws IOException {
        UUID id;
        try (var content = Files.newInputStream(path)) {
            id = imports.upload(object, path.getFileName().toString(), content);
        }
        work.attempt(id);
        if (given.values().getOrDefault("duplicates", "aside").equals("advised")) {
            imports.followAdvice(id);
        }
        var tried = imports.find(id);
        System.out.println(ImportSaid.tried(tried));
        if (!dry) {
            work.run(id);
            System.out.println(ImportSaid.done(imports.find(id)));
        }
        int code = imports.find(id).state() == Import.State.FAILED ? UNREADABLE : 0;
        keepRefused(given, id);
        if (dry) {
            imports.forget(id);
        }
        return code;
    }

    private void keepRefused(Options given, UUID id) throws IOException {
        var kept = given.values().get("refused");
        if (kept != null) {
            try (var out = Files.newBufferedWriter(Path.of(kept))) {
                refused.write(id, out);
            }
            System.out.println("What was not taken stands in " + kept + ", each row with its reason.");
        }
    }

    private static int no(String sentence) {
        System.err.println(sentence);
        return USAGE;
    }
}
