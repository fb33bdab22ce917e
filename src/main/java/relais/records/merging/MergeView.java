package relais.records.merging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.forms.FieldViews;
import relais.records.lists.ListWords;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Avatars;
import relais.ui.Words;

/** Puts the page together on which several records become one. */
@Component
class MergeView {
    private final ObjectTypes types;
    private final Records records;
    private final FieldViews fields;
    private final Belongings belongings;
    private final List<Likeness> likenesses;

    MergeView(ObjectTypes types, Records records, FieldViews fields, Belongings belongings, List<Likeness> likenesses) {
        this.types = types;
        this.records = records;
        this.fields = fields;
        this.belongings = belongings;
        this.likenesses = likenesses;
    }

    /**
     * The page for these records.
     *
     * @param ids the one that stays first; when nobody said which, the one on which most hangs does
     */
    @Transactional(readOnly = true)
    MergePages.Show of(
            String object, List<UUID> ids, boolean said, Map<String, List<UUID>> chosen, String problem, String back) {
        var type = types.open(object).orElseThrow(NotFound::new);
        Merges.require(type);
        var all = found(type, ids);
        var counts = belongings.counts(type, ids);
        if (!said) {
            all.sort((a, b) -> Integer.compare(weight(counts, b), weight(counts, a)));
        }
        var survivor = all.getFirst();
        var lines = lines(type, all, chosen, true);
        return new MergePages.Show(
                type.name(),
                type.plural(),
                Words.t("merge.title", all.size()),
                reason(type, all),
                all.size() == 2,
                all.stream().map(r -> column(r, all, counts, back)).toList(),
                lines,
                lines(type, all, chosen, false),
                counts.entrySet().stream()
                        .map(e -> follow(e.getKey(), e.getValue(), all))
                        .toList(),
                notes(all, survivor),
                problem,
                back.isEmpty() ? href(survivor) : back);
    }

    private List<Snapshot> found(ObjectType type, List<UUID> ids) {
        if (ids.size() > Merges.MOST) {
            throw new Refused("merge.many", Merges.MOST);
        }
        var found = records.find(type.name(), ids);
        var all = ids.stream()
                .distinct()
                .map(found::get)
                .filter(r -> r != null && !r.deleted())
                .collect(Collectors.toCollection(ArrayList::new));
        if (all.isEmpty() || all.size() < ids.stream().distinct().count()) {
            throw new NotFound();
        }
        if (all.size() < 2) {
            throw new Refused(ids.size() > 1 ? "merge.itself" : "merge.alone");
        }
        return all;
    }

    private static int weight(Map<ObjectType, Map<UUID, Integer>> counts, Snapshot record) {
        return counts.values().stream()
                .mapToInt(c -> c.getOrDefault(record.id(), 0))
                .sum();
    }

    private String reason(ObjectType type, List<Snapshot> all) {
        return likenesses.stream()
                .filter(l -> all.size() == 2 && l.object().equals(type.name()))
                .flatMap(l -> l.words(all.get(0), all.get(1)).stream())
                .findFirst()
                .orElse("");
    }

    private static MergePages.Column column(
            Snapshot record, List<Snapshot> all, Map<ObjectType, Map<UUID, Integer>> counts, String back) {
        var title = record.title();
        int hangs = weight(counts, record);
        var reference = record.text("reference");
        return new MergePages.Column(
                record.id(),
                record.version(),
                title,
                Avatars.initials(title),
                Avatars.hue(record.id()),
                !record.text("kind").equals("person"),
                (reference.isEmpty() ? "" : reference + ", ") + Words.t("merge.hangs", hangs),
                href(record),
                all.getFirst() == record ? "" : address(record, all, back));
    }

    private static String href(Snapshot record) {
        return "/" + record.type().plural() + "/" + record.id();
    }

    private static String address(Snapshot first, List<Snapshot> all, String back) {
        var others =
                all.stream().filter(r -> r != first).map(r -> "&id=" + r.id()).collect(Collectors.joining());
        return "/merges/new?object=" + first.type().name() + "&first=true&id=" + first.id() + others
                + (back.isEmpty() ? "" : "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private List<MergePages.Line> lines(
            ObjectType type, List<Snapshot> all, Map<String, List<UUID>> chosen, boolean differing) {
        var survivor = all.getFirst();
        var description = types.description(type);
        var lines = new ArrayList<MergePages.Line>();
        for (var field : type.fields()) {
            boolean filled = all.stream().anyMatch(r -> !Values.empty(r.value(field.name())));
            boolean shown = filled
                    && MergeRules.decided(field, description, survivor)
                    && !field.has(Field.Trait.SEARCHED)
                    && (!field.has(Field.Trait.FLAG) || MergeRules.differs(field, all));
            if (shown && MergeRules.differs(field, all) == differing) {
                lines.add(line(type, field, all, chosen.getOrDefault(field.name(), MergeRules.usual(field, all))));
            }
        }
        return lines;
    }

    private MergePages.Line line(ObjectType type, Field field, List<Snapshot> all, List<UUID> from) {
        return new MergePages.Line(
                field.name(),
                Labels.field(type, field),
                MergeRules.several(field),
                all.stream()
                        .map(r ->
                                new MergePages.Pick(r.id(), fields.one(r, field).readOnly(), from.contains(r.id())))
                        .toList());
    }

    private static MergePages.Follow follow(ObjectType type, Map<UUID, Integer> counts, List<Snapshot> all) {
        var each = all.stream().map(r -> counts.getOrDefault(r.id(), 0)).toList();
        return new MergePages.Follow(
                type.icon(),
                ListWords.capitalised(Labels.objects(type)),
                each.stream().map(String::valueOf).collect(Collectors.joining(" + ")),
                each.stream().mapToInt(i -> i).sum());
    }

    private static List<String> notes(List<Snapshot> all, Snapshot survivor) {
        var notes = new ArrayList<String>();
        var others = all.stream().skip(1).map(MergeView::called).collect(Collectors.joining(", "));
        notes.add(Words.t("merge.note.links", others, called(survivor), all.size() - 1));
        notes.add(Words.t("merge.note.found", others));
        return notes;
    }

    private static String called(Snapshot record) {
        return record.text("reference").isEmpty() ? record.title() : record.text("reference");
    }
}
