package relais.records.formulas;

import static relais.records.formulas.Function.of;
import static relais.records.formulas.Function.optional;
import static relais.records.formulas.Function.sig;
import static relais.records.formulas.Kind.ANY;
import static relais.records.formulas.Kind.BOOLEAN;
import static relais.records.formulas.Kind.LIST;
import static relais.records.formulas.Kind.NUMBER;
import static relais.records.formulas.Kind.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Numbers;

/** What formulas can do with texts, lists and empty values. */
final class TextFunctions {
    private TextFunctions() {}

    static List<Function> all() {
        return List.of(
                of(
                        "upper",
                        "majuscules",
                        sig(TEXT, (r, a) -> Texts.bounded(r, a.text(0).toUpperCase(Locale.ROOT)), TEXT)),
                of("lower", "minuscules", sig(TEXT, (r, a) -> a.text(0).toLowerCase(Locale.ROOT), TEXT)),
                of("trim", "epure", sig(TEXT, (r, a) -> a.text(0).strip().replaceAll("\\s+", " "), TEXT)),
                of("length", "longueur", sig(NUMBER, (r, a) -> count(a.text(0)), TEXT)),
                of("left", "gauche", sig(TEXT, (r, a) -> part(a.text(0), 0, a.integer(1)), TEXT, NUMBER)),
                of("right", "droite", sig(TEXT, TextFunctions::right, TEXT, NUMBER)),
                of("mid", "extrait", optional(2, TEXT, TextFunctions::mid, TEXT, NUMBER, NUMBER)),
                of("replace", "remplace", sig(TEXT, TextFunctions::replace, TEXT, TEXT, TEXT)),
                of(
                        "contains",
                        "contient",
                        sig(BOOLEAN, (r, a) -> Texts.key(a.text(0)).contains(Texts.key(a.text(1))), TEXT, TEXT),
                        sig(BOOLEAN, TextFunctions::has, LIST, TEXT)),
                of(
                        "startswith",
                        "commence",
                        sig(BOOLEAN, (r, a) -> Texts.key(a.text(0)).startsWith(Texts.key(a.text(1))), TEXT, TEXT)),
                of(
                        "endswith",
                        "finit",
                        sig(BOOLEAN, (r, a) -> Texts.key(a.text(0)).endsWith(Texts.key(a.text(1))), TEXT, TEXT)),
                of("text", "texte", sig(TEXT, (r, a) -> Texts.bounded(r, Texts.of(a.get(0))), ANY)),
                of("number", "nombre", sig(NUMBER, TextFunctions::number, TEXT)),
                of(
                        "count",
                        "compte",
                        sig(NUMBER, (r, a) -> BigDecimal.valueOf(a.list(0).size()), LIST)),
                of("isempty", "estvide", sig(BOOLEAN, (r, a) -> nothing(a.get(0)), ANY))
                        .takingNothing(),
                coalesce());
    }

    /** The first of these that is there. */
    private static Function coalesce() {
        var signatures = new ArrayList<Function.Signature>();
        for (var kind : Kind.values()) {
            if (kind != ANY && kind != Kind.NOTHING) {
                signatures.add(Function.many(kind, (r, a) -> first(a), kind, kind));
            }
        }
        return new Function("coalesce", "sinon", List.copyOf(signatures), true, false);
    }

    private static @Nullable Object first(Arguments given) {
        var present = given.present();
        return present.isEmpty() ? null : present.getFirst();
    }

    private static boolean nothing(@Nullable Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    private static BigDecimal count(String text) {
        return BigDecimal.valueOf(text.codePointCount(0, text.length()));
    }

    /** Letters are counted as people see them, so that no sign is cut in two. */
    private static String part(String text, int from, int count) {
        int length = text.codePointCount(0, text.length());
        int begin = Math.clamp(from, 0, length);
        int end = Math.clamp((long) begin + Math.max(0, count), begin, length);
        return text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
    }

    private static Object right(Run run, Arguments given) {
        var text = given.text(0);
        int length = text.codePointCount(0, text.length());
        int count = Math.clamp(given.integer(1), 0, length);
        return part(text, length - count, count);
    }

    private static Object mid(Run run, Arguments given) {
        int count = given.size() > 2 ? given.integer(2) : Integer.MAX_VALUE;
        return part(given.text(0), Math.max(0, given.integer(1) - 1), count);
    }

    private static @Nullable Object replace(Run run, Arguments given) {
        var sought = given.text(1);
        if (sought.isEmpty()) {
            return given.text(0);
        }
        long found = (given.text(0).length() - given.text(0).replace(sought, "").length()) / sought.length();
        if (found * given.text(2).length() > 100_000) {
            return run.empty("long");
        }
        return Texts.bounded(run, given.text(0).replace(sought, given.text(2)));
    }

    private static boolean has(Run run, Arguments given) {
        var sought = Texts.key(given.text(1));
        return given.list(0).stream().anyMatch(v -> Texts.key(v).equals(sought));
    }

    private static @Nullable Object number(Run run, Arguments given) {
        var read = Numbers.parse(given.text(0), Locale.FRENCH);
        return read.isPresent() ? run.bounded(read.get()) : run.empty("number");
    }
}
