package relais.records.imports.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import relais.platform.text.Fold;
import relais.records.imports.columns.ColumnProfile.Likeness;
import relais.records.imports.columns.Proposal.Reason;
import relais.records.types.FieldType;

/** Proposes where the columns of a file belong, from their names and their values. */
public final class Proposals {
    private static final Set<String> STAGES =
            Set.of("prospect", "client", "customer", "former", "ancien", "ancien client", "lead", "suspect", "inactif");
    private static final Set<String> KINDS = Set.of(
            "person",
            "personne",
            "particulier",
            "organisation",
            "organization",
            "entreprise",
            "societe",
            "company",
            "professionnel",
            "pro",
            "household",
            "menage",
            "foyer",
            "individual",
            "business");

    /** Headers that the field of names may bear too, and that mean the family beside a given name. */
    private static final Set<String> BARE_NAMES = Set.of("nom", "name");
    /** Headers of a whole name; beside the parts of a person's name every other one is a company. */
    private static final Set<String> WHOLE_NAMES =
            Set.of("nom", "name", "nom complet", "full name", "nom et prenom", "prenom et nom", "display name");

    private final Map<String, String> labels;
    private final Predicate<Target> offered;

    /**
     * @param labels folded labels of the object's fields in both languages, and the fields' names
     * @param offered which targets the object has
     */
    public Proposals(Map<String, String> labels, Predicate<Target> offered) {
        this.labels = Map.copyOf(labels);
        this.offered = offered;
    }

    /** One proposal per column, in the order of the columns. */
    public List<Proposal> propose(FileProfile file) {
        var proposals =
                new ArrayList<>(file.columns().stream().map(this::propose).toList());
        nameOrFamilyName(proposals, file);
        companyOfPerson(proposals, file);
        onePerField(proposals);
        return proposals;
    }

    private Proposal propose(ColumnProfile column) {
        if (column.likeness() == Likeness.EMPTY) {
            return new Proposal(column.index(), Target.SKIP, 1, Reason.EMPTY);
        }
        var labelled = labelled(column);
        if (labelled.isPresent()) {
            return new Proposal(column.index(), labelled.get(), 1, Reason.LABEL);
        }
        return byName(Dictionary.exact(column.header()), column, 0.95)
                .or(() -> byName(Dictionary.near(column.header()), column, 0.8))
                .or(() -> byValues(column))
                .orElseGet(() -> new Proposal(column.index(), Target.NEW, 0.5, Reason.UNKNOWN));
    }

    private Optional<Target> labelled(ColumnProfile column) {
        var label = labels.get(Dictionary.key(column.header()));
        return Optional.ofNullable(label == null ? labels.get(Fold.key(column.header())) : label)
                .map(Target::of)
                .filter(offered);
    }

    private Optional<Proposal> byName(Optional<Target> found, ColumnProfile column, double confidence) {
        return found.map(t -> refined(t, column))
                .filter(t -> offered.test(t) && fits(t, column))
                .map(t -> new Proposal(column.index(), t, confidence, Reason.NAME));
    }

    /** A name that means two things is decided by what stands in the column. */
    private static Target refined(Target target, ColumnProfile column) {
        if (target.toString().equals("addresses#city") && column.likeness() == Likeness.COUNTRY) {
            return Target.of("addresses#country");
        }
        if (target.field().equals("tier") && mostly(column, STAGES)) {
            return Target.of("stage");
        }
        return target;
    }

    private static boolean fits(Target target, ColumnProfile column) {
        return switch (target.field()) {
            case "emails" -> column.likeness() == Likeness.EMAIL || column.type() == FieldType.TEXT;
            case "phones" -> column.type() != FieldType.BOOLEAN && column.type() != FieldType.DATE;
            case "birthDate" -> column.type() == FieldType.DATE;
            case "tier" ->
                !column.distinct().isEmpty() && column.distinct().size() <= 12 && column.type() != FieldType.BOOLEAN;
            case "stage" -> mostly(column, STAGES);
            case "kind" -> mostly(column, KINDS);
            case "name", "givenName", "familyName", "owner", "site", "industry" ->
                column.type() != FieldType.BOOLEAN
                        && column.type() != FieldType.DATE
                        && column.type() != FieldType.NUMBER;
            default -> true;
        };
    }

    private static boolean mostly(ColumnProfile column, Set<String> words) {
        long known = column.distinct().stream()
                .filter(v -> words.contains(Fold.key(v.text())))
                .count();
        return known > 0 && known * 10 >= column.distinct().size() * 7L;
    }

    private Optional<Proposal> byValues(ColumnProfile column) {
        var target = switch (column.likeness()) {
            case EMAIL -> Target.of("emails#other");
            case PHONE -> Target.of("phones#other");
            default -> Target.NEW;
        };
        return target.equals(Target.NEW) || !offered.test(target)
                ? Optional.empty()
                : Optional.of(new Proposal(column.index(), target, 0.7, Reason.VALUES));
    }

    /** {@code Nom} beside {@code Prénom} is a family name; alone it names the customer. */
    private void nameOrFamilyName(List<Proposal> proposals, FileProfile file) {
        if (!uses(proposals, "givenName")) {
            boolean named = uses(proposals, "name");
            proposals.replaceAll(p -> p.target().field().equals("familyName") && !named ? p.to(Target.of("name")) : p);
        } else if (file.columns().stream().noneMatch(this::meansFamilyName)) {
            proposals.replaceAll(p -> p.target().field().equals("name") && BARE_NAMES.contains(header(file, p))
                    ? p.to(Target.of("familyName"))
                    : p);
        }
    }

    /** Whether the column is there for family names, even where nobody has one, as in a file that was exported. */
    private boolean meansFamilyName(ColumnProfile column) {
        return labelled(column)
                .or(() -> Dictionary.exact(column.header()))
                .filter(t -> t.field().equals("familyName"))
                .isPresent();
    }

    private static String header(FileProfile file, Proposal proposal) {
        return Dictionary.key(file.columns().get(proposal.column()).header());
    }

    /** A company beside a person's names is where the person works. */
    private void companyOfPerson(List<Proposal> proposals, FileProfile file) {
        boolean person = uses(proposals, "givenName") || uses(proposals, "familyName");
        if (person && offered.test(Target.PARENT) && !uses(proposals, "parent")) {
            proposals.replaceAll(p -> p.target().field().equals("name")
                            && p.reason() != Reason.LABEL
                            && !WHOLE_NAMES.contains(header(file, p))
                    ? p.to(Target.PARENT)
                    : p);
        }
    }

    private static boolean uses(List<Proposal> proposals, String field) {
        return proposals.stream().anyMatch(p -> p.target().field().equals(field));
    }

    /** Two columns for one value: the surer one has it, the other becomes a field of its own. */
    private void onePerField(List<Proposal> proposals) {
        var taken = new HashSet<String>();
        proposals.stream()
                .sorted(Comparator.comparingDouble(Proposal::confidence)
                        .reversed()
                        .thenComparing(Proposal::column))
                .toList()
                .forEach(p -> {
                    if (single(p.target()) && !taken.add(p.target().toString())) {
                        proposals.set(p.column(), new Proposal(p.column(), Target.NEW, 0.4, Reason.UNKNOWN));
                    }
                });
    }

    private static boolean single(Target target) {
        return target.names() && !Set.of("emails", "phones", "tags").contains(target.field())
                || target.equals(Target.PARENT)
                || target.equals(Target.RECORD);
    }
}
