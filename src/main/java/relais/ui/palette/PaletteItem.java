package relais.ui.palette;

import java.util.List;
import relais.platform.text.Fold;

/**
 * One line of the palette.
 *
 * @param hint what stands at its end: a place, a current value
 * @param words other words by which people look for it
 * @param keys its own shortcut
 */
public record PaletteItem(
        Group group, String title, String hint, PaletteMark mark, PaletteTarget target, String words, String keys) {

    /** What kind of line it is; they are shown in this order. */
    public enum Group {
        RECENT,
        DO,
        GO,
        FOUND;

        boolean answered() {
            return this == RECENT || this == FOUND;
        }
    }

    /** Something to do. */
    public static PaletteItem act(String title, String words, String icon, PaletteTarget target) {
        return new PaletteItem(Group.DO, title, "", new PaletteMark.Icon(icon), target, words, "");
    }

    /** A page to go to. */
    public static PaletteItem place(String title, String hint, String icon, String href) {
        return new PaletteItem(Group.GO, title, hint, new PaletteMark.Icon(icon), new PaletteTarget.Go(href), "", "");
    }

    /** The same item with its shortcut. */
    public PaletteItem with(String shortcut) {
        return new PaletteItem(group, title, hint, mark, target, words, shortcut);
    }

    /** Whether each of these words begins one of its own. */
    boolean answers(String text) {
        var own = List.of(Fold.key(title + " " + hint + " " + words).split(" "));
        var asked = Fold.key(text);
        return !asked.isEmpty()
                && List.of(asked.split(" ")).stream()
                        .allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
    }
}
