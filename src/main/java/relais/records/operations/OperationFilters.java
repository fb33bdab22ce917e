package relais.records.operations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.records.changes.OperationKind;
import relais.records.changes.Operations;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.ui.Formats;
import relais.ui.Option;
import relais.ui.Words;

/** The filters of the thread: those that are set as chips, all of them as a form. */
@Component
class OperationFilters {
    private static final int[] PERIODS = {1, 2, 7, 30, 365};

    private final Directory directory;
    private final ObjectTypes types;

    OperationFilters(Directory directory, ObjectTypes types) {
        this.directory = directory;
        this.types = types;
    }

    List<OperationPages.Chip> chips(OperationAddress address) {
        var chips = new ArrayList<OperationPages.Chip>();
        actors().stream()
                .filter(o -> o.value().equals(address.value(OperationAddress.ACTOR)))
                .forEach(o -> chips.add(chip("actor", "is", o.label(), address.without(OperationAddress.ACTOR))));
        objects().stream()
                .filter(o -> o.value().equals(address.value(OperationAddress.OBJECT)))
                .forEach(o -> chips.add(chip("object", "is", o.label(), address.without(OperationAddress.OBJECT))));
        OperationKind.of(address.value(OperationAddress.KIND))
                .ifPresent(k -> chips.add(chip("kind", "is", word(k), address.without(OperationAddress.KIND))));
        address.days()
                .ifPresentOrElse(
                        n -> chips.add(chip(
                                "when",
                                "within",
                                Words.t("operations.period", n),
                                address.without(OperationAddress.DAYS))),
                        () -> dates(address, chips));
        return chips;
    }

    private static void dates(OperationAddress address, List<OperationPages.Chip> chips) {
        address.date(OperationAddress.FROM)
                .ifPresent(
                        d -> chips.add(chip("when", "from", Formats.date(d), address.without(OperationAddress.FROM))));
        address.date(OperationAddress.TO)
                .ifPresent(d -> chips.add(chip("when", "to", Formats.date(d), address.without(OperationAddress.TO))));
    }

    private static OperationPages.Chip chip(String what, String operator, String value, String remove) {
        return new OperationPages.Chip(
                Words.t("operations.filter." + what), Words.t("operations.filter." + operator), value, remove);
    }

    OperationPages.Filters form(OperationAddress address) {
        return new OperationPages.Filters(
                actors(),
                address.value(OperationAddress.ACTOR),
                objects(),
                address.value(OperationAddress.OBJECT),
                kinds(),
                address.value(OperationAddress.KIND),
                periods(),
                address.value(OperationAddress.DAYS),
                address.date(OperationAddress.FROM).map(LocalDate::toString).orElse(""),
                address.date(OperationAddress.TO).map(LocalDate::toString).orElse(""),
                !address.value(OperationAddress.UNDONE).isEmpty(),
                !address.query().isEmpty());
    }

    private List<Option> actors() {
        var actor = Actor.current();
        return directory.users().stream()
                .filter(u -> actor.may(Operations.NAME, Action.READ) || u.id().equals(actor.id()))
                .map(u -> new Option(u.id().toString(), u.name()))
                .toList();
    }

    private List<Option> objects() {
        return types.all().stream()
                .filter(t -> Actor.current().may(t.name(), Action.READ))
                .map(t -> new Option(t.name(), Labels.object(t)))
                .toList();
    }

    private static List<Option> kinds() {
        return Stream.of(OperationKind.values())
                .map(k -> new Option(k.code(), word(k)))
                .toList();
    }

    private static String word(OperationKind kind) {
        return Words.t("operations.kind." + kind.code());
    }

    private static List<Option> periods() {
        return Stream.of(PERIODS)
                .flatMapToInt(Arrays::stream)
                .mapToObj(n -> new Option(String.valueOf(n), Words.t("operations.period", n)))
                .toList();
    }
}
