package relais.records.home;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.ui.palette.PaletteItem;
import relais.ui.palette.PaletteMark;
import relais.ui.palette.PaletteQuery;
import relais.ui.palette.PaletteSource;
import relais.ui.palette.PaletteTarget;

/** The records somebody was just at, as long as nothing is typed into the palette. */
@Component
class RecentSource implements PaletteSource {
    private static final int SHOWN = 6;

    private final RecentRecords recent;

    RecentSource(RecentRecords recent) {
        this.recent = recent;
    }

    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        return query.blank() && Actor.CURRENT.isBound()
                ? recent.of(query.opened()).stream()
                        .limit(SHOWN)
                        .map(RecentSource::item)
                        .toList()
                : List.of();
    }

    private static PaletteItem item(HomePages.Recent recent) {
        var mark = recent.mark();
        return new PaletteItem(
                PaletteItem.Group.RECENT,
                mark.title(),
                mark.place(),
                new PaletteMark.Avatar(mark.initials(), mark.hue(), mark.square()),
                new PaletteTarget.Go(mark.href()),
                "",
                "");
    }
}
