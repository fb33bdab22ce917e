package relais.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import relais.identity.Actor;

/** The people and sites of the demonstration's company. */
final class DemoStaff {
    static final String INES = "ines.garnier@maison-verdier.example";
    static final String KARIM = "karim.haddad@maison-verdier.example";
    static final String CLAIRE = "claire.aubry@maison-verdier.example";
    static final String HUGO = "hugo.marchetti@maison-verdier.example";
    static final String THOMAS = "thomas.kervella@maison-verdier.example";

    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<String, UUID> sites = new LinkedHashMap<>();

    void add(String email, Actor actor) {
        people.put(email, actor);
    }

    void addSite(String code, UUID id) {
        sites.put(code, id);
    }

    Actor person(String email) {
        return Objects.requireNonNull(people.get(email), email);
    }

    UUID site(String code) {
        return Objects.requireNonNull(sites.get(code), code);
    }

    /** Someone who looks after customers of this site. */
    Actor owner(String site, Random random) {
        return switch (site) {
            case "nantes" -> person(random.nextInt(5) == 0 ? CLAIRE : KARIM);
            case "villeurbanne" -> person(random.nextInt(4) == 0 ? INES : HUGO);
            default -> person(List.of(CLAIRE, CLAIRE, CLAIRE, INES, HUGO).get(random.nextInt(5)));
        };
    }

    /** The same person by way of an import. */
    Actor importing(String email) {
        var person = person(email);
        return new Actor(
                Actor.Kind.IMPORT,
                person.id(),
                person.name(),
                person.workspace(),
                person.grants(),
                person.locale(),
                person.zone(),
                person.sites(),
                person.teams(),
                person.reach());
    }
}
