package relais.customers.duplicates;

import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.CustomerDescription;
import relais.customers.Duplicate;
import relais.customers.Duplicates;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.lists.RecordMark;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.ui.Formats;
import relais.ui.Words;

/** Puts the page of duplicates together. */
@Component
class DuplicateView {
    private static final int PAGE = 25;

    private final Candidates candidates;
    private final FindingStore findings;
    private final Matching matching;
    private final ObjectTypes types;
    private final Records records;
    private final Duplicates duplicates;

    DuplicateView(
            Candidates candidates,
            FindingStore findings,
            Matching matching,
            ObjectTypes types,
            Records records,
            Duplicates duplicates) {
        this.records = records;
        this.duplicates = duplicates;
        this.candidates = candidates;
        this.findings = findings;
        this.matching = matching;
        this.types = types;
    }

    @Transactional(readOnly = true)
    DuplicatePages.Show of(@Nullable String after) {
        var place = Candidates.Place.read(after);
        var page = candidates.page(place, PAGE);
        var search = findings.latest().map(DuplicateView::search).orElse(null);
        return new DuplicatePages.Show(
                page.pairs().stream().map(c -> row(c, after)).toList(),
                search,
                search == null || !search.running(),
                page.next().map(n -> "/duplicates?after=" + n.text()).orElse(""),
                place == null,
                Actor.current().may(CustomerDescription.NAME, Action.CONFIGURE) ? settings() : null);
    }

    /** Those who resemble this customer, the likeliest first, and a way to name another one. */
    @Transactional(readOnly = true)
    DuplicatePages.Others others(UUID id) {
        var customer = records.find(CustomerDescription.NAME, id).orElseThrow(NotFound::new);
        var ids = duplicates.of(customer.values()).stream()
                .filter(d -> !d.hidden() && !d.id().equals(id))
                .map(Duplicate::id)
                .toList();
        var identifying = matching.settings().identifying();
        var own = Profile.of(customer.values(), identifying);
        var words = findings.latest().map(Finding::words).orElse(Frequencies.UNKNOWN);
        var others = records.find(CustomerDescription.NAME, ids).values().stream()
                .map(o -> new DuplicatePages.Other(
                        RecordMark.of(o.type(), o),
                        line(o),
                        Comparison.of(own, Profile.of(o.values(), identifying), words),
                        "/merges/new?object=customer&id=" + id + "&id=" + o.id()))
                .sorted(Comparator.comparing(o -> -o.compared().score()))
                .toList();
        return new DuplicatePages.Others(id, customer.title(), others);
    }

    private static DuplicatePages.Search search(Finding finding) {
        boolean running = finding.state() == Finding.State.RUNNING;
        var when = Formats.moment(finding.touchedAt());
        return new DuplicatePages.Search(
                running,
                (int) (finding.done() * 100 / Finding.WHOLE),
                Words.t(
                        "duplicates.search." + finding.state(),
                        when,
                        Formats.number(finding.total()),
                        Formats.number(finding.compared()),
                        finding.found()),
                finding.state() == Finding.State.FAILED);
    }

    private static DuplicatePages.Row row(Candidates.Candidate pair, @Nullable String after) {
        var back = after == null ? "/duplicates" : "/duplicates?after=" + after;
        return new DuplicatePages.Row(
                RecordMark.of(pair.first().type(), pair.first()),
                pair.first().id().toString(),
                line(pair.first()),
                RecordMark.of(pair.second().type(), pair.second()),
                pair.second().id().toString(),
                line(pair.second()),
                Formats.number(Math.round(pair.score() * 100) / 100.0),
                pair.words(),
                "/merges/new?object=customer&id=" + pair.first().id() + "&id="
                        + pair.second().id() + "&back="
                        + back.replace("?", "%3F").replace("=", "%3D"));
    }

    private static String line(Snapshot customer) {
        return Stream.of(
                        customer.text("reference"),
                        customer.value("phones")
                                        .path(0)
                                        .path("value")
                                        .asString("")
                                        .isEmpty()
                                ? ""
                                : ValueText.phone(customer.value("phones")
                                        .path(0)
                                        .path("value")
                                        .asString("")),
                        customer.value("emails").path(0).path("value").asString(""))
                .filter(p -> !p.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private DuplicatePages.Settings settings() {
        var settings = matching.settings();
        var type = types.of(CustomerDescription.NAME);
        return new DuplicatePages.Settings(
                Formats.number(settings.threshold()),
                matching.candidates().stream()
                        .map(f -> new DuplicatePages.Choice(
                                f.name(),
                                Labels.field(type, f),
                                settings.identifying().contains(f.name()),
                                f.has(Field.Trait.UNIQUE)))
                        .toList());
    }
}
