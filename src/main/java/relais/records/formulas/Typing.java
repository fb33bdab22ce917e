package relais.records.formulas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;

/** Which values may stand together, and what comes of them. */
final class Typing {
    static void require(Node node, Kind wanted) {
        if (!wanted.accepts(node.kind())) {
            throw Wrong.at(node.at(), node.end(), "kind", null, wanted, node.kind());
        }
    }

    static Node combined(Token sign, Node left, Node right) {
        var kind = Arithmetic.result(sign.text(), left.kind(), right.kind());
        if (kind.isEmpty()) {
            boolean texts = sign.sign("+") && (left.kind() == Kind.TEXT || right.kind() == Kind.TEXT);
            throw texts
                    ? Wrong.at(sign.at(), sign.end(), "joining", "&")
                    : Wrong.at(sign.at(), sign.end(), "combination", null, sign.text(), left.kind(), right.kind());
        }
        return new Arithmetic(kind.get(), left.at(), right.end(), sign.text(), left, right);
    }

    Node compared(Token sign, Node left, Node right) {
        if (!Comparisons.comparable(sign.text(), left.kind(), right.kind())) {
            throw Wrong.at(sign.at(), sign.end(), "comparison", null, left.kind(), right.kind());
        }
        return new Comparisons(left.at(), right.end(), sign.text(), coded(left, right), coded(right, left));
    }

    /** A text that is compared with a choice is one of its codes or words. */
    private static Node coded(Node node, Node other) {
        if (node instanceof Nodes.Literal text
                && text.constant() instanceof String word
                && other instanceof Nodes.Read read
                && read.field().type() == FieldType.CHOICE) {
            var code = FieldInput.value(FieldInput.read(read.field(), word, Locale.FRENCH));
            if (code.isEmpty()) {
                throw Wrong.at(text.at(), text.end(), "choice", null, word);
            }
            return new Nodes.Literal(
                    Kind.TEXT, text.at(), text.end(), code.get().asString(""));
        }
        return node;
    }

    static Node called(Function function, Token name, int end, List<Node> arguments) {
        if (function == Functions.IF) {
            return condition(name, end, arguments);
        }
        var matching =
                function.signatures().stream().filter(s -> fits(s, arguments)).findFirst();
        var signature = matching.orElseThrow(() -> misfit(function, name, end, arguments));
        return new Nodes.Call(signature.result(), name.at(), end, function, signature, arguments);
    }

    private static boolean fits(Function.Signature signature, List<Node> arguments) {
        if (!signature.takes(arguments.size())) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!signature.kind(i).accepts(arguments.get(i).kind())) {
                return false;
            }
        }
        return true;
    }

    private static Wrong misfit(Function function, Token name, int end, List<Node> arguments) {
        var counted = function.signatures().stream()
                .filter(s -> s.takes(arguments.size()))
                .findFirst();
        if (counted.isEmpty()) {
            int needed = function.signatures().getFirst().needed();
            return Wrong.at(name.at(), end, "arguments", null, name.text(), needed, arguments.size());
        }
        for (int i = 0; i < arguments.size(); i++) {
            var wanted = counted.get().kind(i);
            var given = arguments.get(i);
            if (!wanted.accepts(given.kind())) {
                return Wrong.at(given.at(), given.end(), "kind", null, wanted, given.kind());
            }
        }
        return Wrong.at(name.at(), end, "arguments", null, name.text(), arguments.size(), arguments.size());
    }

    private static Node condition(Token name, int end, List<Node> arguments) {
        if (arguments.size() != 2 && arguments.size() != 3) {
            throw Wrong.at(name.at(), end, "arguments", null, name.text(), 3, arguments.size());
        }
        require(arguments.getFirst(), Kind.BOOLEAN);
        var yes = arguments.get(1);
        var no = arguments.size() == 3 ? arguments.get(2) : new Nodes.Literal(Kind.NOTHING, end, end, null);
        var kind =
                common(yes, no).orElseThrow(() -> Wrong.at(no.at(), no.end(), "branches", null, yes.kind(), no.kind()));
        return new Nodes.Condition(kind, name.at(), end, arguments.getFirst(), yes, no);
    }

    private static Optional<Kind> common(Node yes, Node no) {
        if (yes.kind() == Kind.NOTHING) {
            return Optional.of(no.kind());
        }
        return yes.kind().accepts(no.kind()) ? Optional.of(yes.kind()) : Optional.empty();
    }
}
