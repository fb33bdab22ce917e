package relais.records.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.records.lists.RecordMark;
import relais.ui.palette.PaletteItem;
import relais.ui.palette.PaletteMark;
import relais.ui.palette.PaletteQuery;
import relais.ui.palette.PaletteSource;
import relais.ui.palette.PaletteTarget;

/** The records that the search finds, in the palette. */
@Component
class FoundSource implements PaletteSource {
    private static final int SHOWN = 10;

    private final Search search;

    FoundSource(Search search) {
        this.search = search;
    }

    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        return query.blank() || !Actor.CURRENT.isBound()
                ? List.of()
                : search.find(query.text(), SHOWN).stream()
                        .map(FoundSource::item)
                        .toList();
    }

    private static PaletteItem item(Hit hit) {
        var mark = RecordMark.of(hit.record().type(), hit.record());
        return new PaletteItem(
                PaletteItem.Group.FOUND,
                mark.title(),
                Stream.of(hit.matched(), mark.place())
                        .filter(t -> !t.isBlank() && !t.equals(mark.title()))
                        .collect(Collectors.joining(" · ")),
                new PaletteMark.Avatar(mark.initials(), mark.hue(), mark.square()),
                new PaletteTarget.Go(mark.href()),
                "",
                "");
    }
}
