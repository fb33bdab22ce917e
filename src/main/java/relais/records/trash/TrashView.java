package relais.records.trash;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.ui.Avatars;
import relais.ui.Formats;
import relais.ui.Pager;
import relais.ui.Tab;
import relais.ui.Words;

/** The trash in the words of the current language. */
@Component
class TrashView {
    static final String PATH = "/trash";
    private static final int LINES = 50;
    private static final int NAMED = 10;
    private static final int TITLE = 90;

    private final Trash trash;
    private final ObjectTypes types;
    private final Records records;
    private final Clock clock;

    TrashView(Trash trash, ObjectTypes types, Records records, Clock clock) {
        this.trash = trash;
        this.types = types;
        this.records = records;
        this.clock = clock;
    }

    static String path(ObjectType type) {
        return PATH + "/" + type.plural();
    }

    /** The object of this plural, when the visitor may bring its records back. */
    ObjectType type(String plural) {
        return trash.objects().stream()
                .filter(t -> t.plural().equals(plural))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The first object that the visitor may bring back. */
    ObjectType first() {
        return trash.objects().stream().findFirst().orElseThrow(NotFound::new);
    }

    TrashPages.Show show(ObjectType type, String text, @Nullable UUID after, Map<UUID, List<Problem>> refused) {
        var found = trash.page(type, text, after, LINES + 1);
        boolean more = found.size() > LINES;
        var shown = more ? found.subList(0, LINES) : found;
        int days = trash.days();
        return new TrashPages.Show(
                path(type),
                trash.objects().stream()
                        .map(t -> new Tab(
                                capital(Labels.objects(t)), path(t), t.name().equals(type.name())))
                        .toList(),
                text,
                shown.stream().map(d -> row(type, d, days)).toList(),
                refusals(type, refused),
                new Pager(
                        shown.isEmpty() ? "" : Words.t("trash.lines", shown.size()),
                        after == null ? "" : path(type) + query(text, null),
                        more ? path(type) + query(text, shown.getLast().record().id()) : ""),
                days,
                Trash.administers());
    }

    private static String query(String text, @Nullable UUID after) {
        return "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + (after == null ? "" : "&after=" + after);
    }

    private TrashPages.Row row(ObjectType type, Discarded discarded, int days) {
        var title = title(type, discarded.record());
        long left = days - Duration.between(discarded.at(), clock.instant()).toDays();
        return new TrashPages.Row(
                discarded.record().id(),
                title,
                Avatars.initials(title),
                Avatars.hue(discarded.record().id()),
                discarded.by(),
                Formats.ago(discarded.at()),
                Formats.moment(discarded.at()),
                discarded.operation() == null ? null : "/operations/" + discarded.operation(),
                along(discarded.along()),
                Words.t("trash.left", Math.max(0, left)));
    }

    private String along(Map<String, Integer> along) {
        return along.entrySet().stream()
                .map(e -> Words.t(
                        "trash.along",
                        e.getValue(),
                        e.getValue() == 1 ? Labels.object(types.of(e.getKey())) : Labels.objects(types.of(e.getKey()))))
                .collect(Collectors.joining(", "));
    }

    private List<TrashPages.Refusal> refusals(ObjectType type, Map<UUID, List<Problem>> refused) {
        var found = records.find(type.name(), refused.keySet());
        return found.values().stream()
                .map(s -> refusal(type, s, refused.getOrDefault(s.id(), List.of())))
                .toList();
    }

    private static TrashPages.Refusal refusal(ObjectType type, Snapshot record, List<Problem> problems) {
        return new TrashPages.Refusal(
                record.id(),
                title(type, record),
                problems.stream().map(p -> reason(type, p)).collect(Collectors.joining(" ")),
                holder(type, problems),
                problems.stream().allMatch(Trash::taken));
    }

    private static String reason(ObjectType type, Problem problem) {
        var said = Labels.problem(problem);
        return type.field(problem.field())
                .map(f -> Labels.field(type, f) + Words.t("trash.colon") + said)
                .orElse(said);
    }

    private static @Nullable String holder(ObjectType type, List<Problem> problems) {
        return problems.stream()
                .filter(p -> p.code().equals("unique.taken") && p.args().size() > 1 && type.listed())
                .map(p -> String.valueOf(p.args().get(1)))
                .filter(id -> !id.isEmpty())
                .map(id -> "/" + type.plural() + "/" + id)
                .findFirst()
                .orElse(null);
    }

    TrashPages.Confirmation confirmation(ObjectType type, Collection<UUID> ids, boolean mistyped) {
        var found = records.find(type.name(), ids).values().stream()
                .filter(Snapshot::deleted)
                .toList();
        var word = Words.t("trash.word");
        int more = found.size() - NAMED;
        return new TrashPages.Confirmation(
                path(type),
                Words.t("trash.purge.title", found.size(), Labels.object(type), Labels.objects(type)),
                found.stream().limit(NAMED).map(s -> title(type, s)).toList(),
                more > 0 ? Words.t("trash.more", more) : "",
                found.stream().map(Snapshot::id).toList(),
                word,
                mistyped ? Words.t("trash.mistyped", word) : null);
    }

    private static String title(ObjectType type, Snapshot record) {
        var line = record.title().strip().lines().findFirst().orElse("");
        var title = line.isEmpty() ? capital(Labels.object(type)) : line;
        return title.length() > TITLE ? title.substring(0, TITLE) + "…" : title;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
