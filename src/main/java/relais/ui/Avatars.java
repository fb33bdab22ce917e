package relais.ui;

import java.util.UUID;
import relais.platform.text.Names;

/** The mark of a person or an organisation: initials and a quiet colour that never changes. */
public final class Avatars {
    private Avatars() {}

    /** One or two letters that stand for a name. */
    public static String initials(String name) {
        return Names.initials(name);
    }

    /** The colour class of a record, always the same for the same id. */
    public static String hue(UUID id) {
        return "hue-" + Names.hue(id);
    }
}
