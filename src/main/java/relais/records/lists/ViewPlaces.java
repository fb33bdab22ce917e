package relais.records.lists;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.palette.PaletteItem;
import relais.ui.palette.PaletteQuery;
import relais.ui.palette.PaletteSource;

/** The views of lists in the palette, once something is typed. */
@Component
class ViewPlaces implements PaletteSource {
    private final ObjectTypes types;
    private final SavedViews views;

    ViewPlaces(ObjectTypes types, SavedViews views) {
        this.types = types;
        this.views = views;
    }

    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        if (query.blank() || !Actor.CURRENT.isBound()) {
            return List.of();
        }
        return types.all().stream()
                .filter(ObjectType::listed)
                .filter(t -> Actor.current().may(t.name(), Action.READ))
                .flatMap(this::places)
                .toList();
    }

    private Stream<PaletteItem> places(ObjectType type) {
        var list = ListWords.capitalised(Labels.objects(type));
        return views.of(type).stream()
                .filter(v -> !v.key().equals(SavedViews.ALL))
                .map(v -> PaletteItem.place(
                        v.name(),
                        list,
                        "bookmark",
                        ListAddress.view(type.plural(), v.key()).href()));
    }

    @Override
    public int order() {
        return 150;
    }
}
