package relais.records.imports;

import relais.records.imports.source.Unreadable;
import relais.ui.Formats;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Why a file can't be read, in words, with what to do. */
final class Unreadables {
    private Unreadables() {}

    static String sentence(Unreadable why) {
        var args = why.args().toArray();
        if (why.code().equals("size")) {
            args[0] = Formats.bytes((Long) args[0]);
            args[1] = Formats.bytes((Long) args[1]);
        }
        return Words.t("imports.unreadable." + why.code(), args);
    }

    static String sentence(String code, JsonNode args) {
        var all = args.valueStream().map(a -> a.asString("")).toArray();
        return Words.t("imports.unreadable." + code, all);
    }
}
