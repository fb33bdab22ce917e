package relais.customers.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.customers.CustomerPanel;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Directory;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.types.Snapshot;
import relais.ui.Option;
import relais.ui.Words;

/** Beside the card: what the customer agreed to, and the ledger behind it. */
@Component
class ConsentPanel implements CustomerPanel {
    private final Records records;
    private final Consents consents;
    private final Directory directory;

    ConsentPanel(Records records, Consents consents, Directory directory) {
        this.records = records;
        this.consents = consents;
        this.directory = directory;
    }

    @Override
    public String id() {
        return "consents";
    }

    @Override
    public String title() {
        return Words.t("consent.title");
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String url(UUID customer) {
        return "/customers/" + customer + "/consents";
    }

    Snapshot customer(UUID id) {
        return records.find(CustomerDescription.NAME, id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public ConsentPages.Panel show(UUID id, @Nullable Instant at) {
        customer(id);
        Actor.current().require(ConsentDescription.NAME, Action.READ);
        var ledger = consents.ledger(id, at);
        boolean writable = at == null && Actor.current().may(ConsentDescription.NAME, Action.CREATE);
        return new ConsentPages.Panel(
                id,
                writable,
                at != null,
                groups(ledger),
                ledger.stream().map(this::line).toList());
    }

    private static List<ConsentPages.Group> groups(List<Consents.Statement> ledger) {
        var groups = new ArrayList<ConsentPages.Group>();
        for (var purpose : Purpose.values()) {
            var seen = new HashSet<Channel>();
            var states = ledger.stream()
                    .filter(s -> s.purpose() == purpose && seen.add(s.channel()))
                    .map(s -> new ConsentPages.State(s.channel().label(), s.given(), s.at()))
                    .toList();
            if (!states.isEmpty()) {
                groups.add(new ConsentPages.Group(purpose.label(), states));
            }
        }
        return groups;
    }

    private ConsentPages.Line line(Consents.Statement said) {
        var author = said.author() == null
                ? ""
                : directory.name(Objects.requireNonNull(said.author())).orElse("");
        var detail = Stream.of(said.wording(), said.source(), said.proof(), author)
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(" · "));
        return new ConsentPages.Line(
                said.purpose().label() + ", " + said.channel().label(), said.given(), said.at(), detail);
    }

    ConsentPages.Form form(UUID id, ConsentForm typed, Map<String, String> problems) {
        customer(id);
        Actor.current().require(ConsentDescription.NAME, Action.CREATE);
        var purposes = Arrays.stream(Purpose.values())
                .map(p -> new Option(p.code(), p.label()))
                .toList();
        var channels = Arrays.stream(Channel.values())
                .map(c -> new ConsentPages.Choice(
                        c.code(), c.label(), typed.chosenChannels().contains(c.code())))
                .toList();
        return new ConsentPages.Form(id, purposes, channels, typed, problems);
    }
}
