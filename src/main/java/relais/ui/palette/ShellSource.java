package relais.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import relais.ui.Density;
import relais.ui.Face;
import relais.ui.NavigationEntry;
import relais.ui.Theme;
import relais.ui.Words;

/** What the shell offers on every page: its places, the looks, the language, other workspaces. */
@Component
class ShellSource implements PaletteSource {
    private static final String PREFERENCES = "/preferences";

    @Override
    public List<PaletteItem> items(PaletteQuery query) {
        var face = Face.current();
        var items = new ArrayList<PaletteItem>();
        face.entries().forEach(e -> items.add(place(e)));
        items.add(PaletteItem.place(Words.t("ui.account"), "", "user-round", "/account"));
        face.visitor()
                .ifPresent(v -> v.workspaces().stream()
                        .filter(w -> !w.id().equals(v.workspace()))
                        .forEach(w -> items.add(send(
                                "palette.workspace",
                                w.name(),
                                "building",
                                "/workspaces/current",
                                "to",
                                w.id().toString()))));
        if (!query.blank()) {
            looks(face, items);
        }
        items.add(PaletteItem.act(
                        Words.t("ui.shortcuts"),
                        Words.t("palette.words.shortcuts"),
                        "keyboard",
                        new PaletteTarget.Open("shortcuts"))
                .with("?"));
        items.add(PaletteItem.act(
                Words.t("ui.signout"),
                Words.t("palette.words.signout"),
                "log-out",
                new PaletteTarget.Send("/sign-out", "from", "palette")));
        return items;
    }

    /** Behind what the modules offer. */
    @Override
    public int order() {
        return 100;
    }

    private static PaletteItem place(NavigationEntry entry) {
        var item = PaletteItem.place(entry.label(), "", entry.icon(), entry.href());
        return entry.key().isEmpty() ? item : item.with("G " + entry.key().toUpperCase(Locale.ROOT));
    }

    private static void looks(Face face, List<PaletteItem> items) {
        for (var theme : Theme.values()) {
            if (theme != face.theme()) {
                var name = Words.t("ui.theme." + theme.code());
                items.add(send("palette.theme", name, "sun-moon", PREFERENCES, "theme", theme.code()));
            }
        }
        for (var density : Density.values()) {
            if (density != face.density()) {
                var name = Words.t("ui.density." + density.code());
                items.add(send("palette.density", name, "rows-3", PREFERENCES, "density", density.code()));
            }
        }
        for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            if (!language.getLanguage().equals(face.locale().getLanguage())) {
                var name = Words.in(language, "ui.language.own");
                items.add(send("palette.language", name, "languages", PREFERENCES, "language", language.getLanguage()));
            }
        }
    }

    private static PaletteItem send(String key, String what, String icon, String action, String name, String value) {
        return PaletteItem.act(
                Words.t(key, what), Words.t(key + ".words"), icon, new PaletteTarget.Send(action, name, value));
    }
}
