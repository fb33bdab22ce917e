package relais.records.formulas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a formula by recursive descent and checks its types on the way; stops at the first mistake. */
final class Parser {
    private static final int DEPTH = 60;
    private static final int NODES = 500;
    private static final List<String> COMPARING = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Token> tokens;
    private final Names names;
    private final List<Mention> mentions = new ArrayList<>();
    private final Typing typing = new Typing();
    private final boolean semicolons;
    private int at;
    private int depth;
    private int nodes;

    Parser(String text, Names names) {
        this.tokens = Lexer.tokens(text);
        this.names = names;
        this.semicolons = tokens.stream().anyMatch(t -> t.sign(";"));
    }

    List<Mention> mentions() {
        return mentions;
    }

    Node whole() {
        if (peek().type() == Token.Type.END) {
            throw Wrong.at(peek(), "nothing");
        }
        var node = either();
        var rest = peek();
        if (rest.type() != Token.Type.END) {
            throw rest.sign(",") && behindNumber()
                    ? Wrong.at(rest.at(), rest.end(), "comma", ".")
                    : Wrong.at(rest, rest.sign(")") ? "parenthesis.many" : "operator.missing", rest.text());
        }
        return node;
    }

    private boolean behindNumber() {
        return at > 0
                && tokens.get(at - 1).type() == Token.Type.NUMBER
                && tokens.get(at + 1).type() == Token.Type.NUMBER;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        var token = tokens.get(at);
        if (token.type() != Token.Type.END) {
            at++;
        }
        return token;
    }

    private boolean takeWord(Keyword wanted) {
        var token = peek();
        boolean there = Keyword.of(token).filter(k -> k == wanted).isPresent();
        if (there) {
            at++;
            mentions.add(new Mention.OfWord(token.at(), token.end(), wanted));
        }
        return there;
    }

    private Node either() {
        deeper();
        var node = both();
        while (takeWord(Keyword.OR)) {
            node = logic(false, node, both());
        }
        depth--;
        return node;
    }

    private Node both() {
        var node = not();
        while (takeWord(Keyword.AND)) {
            node = logic(true, node, not());
        }
        return node;
    }

    private Node logic(boolean both, Node left, Node right) {
        Typing.require(left, Kind.BOOLEAN);
        Typing.require(right, Kind.BOOLEAN);
        return made(new Nodes.Logic(left.at(), right.end(), both, left, right));
    }

    private Node not() {
        int from = peek().at();
        if (!takeWord(Keyword.NOT)) {
            return comparison();
        }
        deeper();
        var of = not();
        depth--;
        Typing.require(of, Kind.BOOLEAN);
        return made(new Nodes.Not(from, of.end(), of));
    }

    private Node comparison() {
        var left = joined();
        if (!comparing()) {
            return left;
        }
        var sign = spelled(take());
        var right = joined();
        if (comparing()) {
            throw Wrong.at(peek(), "comparison.chained");
        }
        return made(typing.compared(sign, left, right));
    }

    private boolean comparing() {
        return peek().type() == Token.Type.SIGN && COMPARING.contains(peek().text());
    }

    private Node joined() {
        var node = sum();
        while (peek().sign("&")) {
            take();
            var right = sum();
            node = made(new Nodes.Joined(node.at(), right.end(), node, right));
        }
        return node;
    }

    private Node sum() {
        var node = product();
        while (peek().sign("+") || peek().sign("-")) {
            node = arithmetic(spelled(take()), node, product());
        }
        return node;
    }

    private Node product() {
        var node = signed();
        while (peek().sign("*") || peek().sign("/")) {
            node = arithmetic(spelled(take()), node, signed());
        }
        return node;
    }

    private Node arithmetic(Token sign, Node left, Node right) {
        return made(Typing.combined(sign, left, right));
    }

    private Node signed() {
        var sign = peek();
        if (!sign.sign("-") && !sign.sign("+")) {
            return power();
        }
        spelled(take());
        deeper();
        var of = signed();
        depth--;
        if (sign.sign("+")) {
            return of;
        }
        var minus = new Nodes.Literal(Kind.NUMBER, sign.at(), sign.end(), BigDecimal.ONE.negate());
        return made(Typing.combined(new Token(Token.Type.SIGN, "*", sign.at(), sign.end()), minus, of));
    }

    private Node power() {
        var base = percent();
        if (!peek().sign("^")) {
            return base;
        }
        var sign = take();
        deeper();
        var exponent = signed();
        depth--;
        return arithmetic(sign, base, exponent);
    }

    private Node percent() {
        var node = primary();
        while (peek().sign("%")) {
            var sign = take();
            Typing.require(node, Kind.NUMBER);
            var hundred = new Nodes.Literal(Kind.NUMBER, sign.at(), sign.end(), HUNDRED);
            node = made(new Arithmetic(Kind.NUMBER, node.at(), sign.end(), "/", node, hundred));
        }
        return node;
    }

    private Node primary() {
        var token = take();
        return switch (token.type()) {
            case NUMBER -> made(new Nodes.Literal(Kind.NUMBER, token.at(), token.end(), new BigDecimal(token.text())));
            case TEXT -> quoted(token);
            case BRACKETED -> field(token);
            case WORD -> word(token);
            case SIGN -> sign(token);
            case END -> throw Wrong.at(token, "value.missing");
        };
    }

    private Node quoted(Token token) {
        mentions.add(
                new Mention.Plain(token.at(), token.end(), "\"" + token.text().replace("\"", "\"\"") + "\""));
        return made(new Nodes.Literal(Kind.TEXT, token.at(), token.end(), token.text()));
    }

    private Node sign(Token token) {
        if (!token.sign("(")) {
            throw Wrong.at(token, "value.expected", token.text());
        }
        var inside = either();
        close(token);
        return inside;
    }

    private void close(Token opening) {
        if (!peek().sign(")")) {
            throw peek().type() == Token.Type.END
                    ? Wrong.at(opening, "parenthesis.open")
                    : peek().sign(",") && behindNumber()
                            ? Wrong.at(peek().at(), peek().end(), "comma", ".")
                            : Wrong.at(peek(), "operator.missing", peek().text());
        }
        take();
    }

    private Node word(Token token) {
        if (peek().sign("(")) {
            return call(token);
        }
        var keyword = Keyword.of(token);
        if (keyword.isEmpty()) {
            return field(token);
        }
        mentions.add(new Mention.OfWord(token.at(), token.end(), keyword.get()));
        return switch (keyword.get()) {
            case TRUE -> made(new Nodes.Literal(Kind.BOOLEAN, token.at(), token.end(), true));
            case FALSE -> made(new Nodes.Literal(Kind.BOOLEAN, token.at(), token.end(), false));
            case EMPTY -> made(new Nodes.Literal(Kind.NOTHING, token.at(), token.end(), null));
            case AND, OR, NOT -> throw Wrong.at(token, "value.expected", token.text());
        };
    }

    private Node field(Token token) {
        var field = names.find(token.text());
        if (field.isEmpty()) {
            boolean function = token.type() == Token.Type.WORD
                    && Functions.find(token.text()).isPresent();
            throw function
                    ? Wrong.at(token.at(), token.end(), "function.bare", token.text() + "()", token.text())
                    : names.several(token.text())
                            ? Wrong.at(token, "field.several", token.text())
                            : Wrong.at(token.at(), token.end(), "field.unknown", near(token), token.text());
        }
        mentions.add(new Mention.OfField(token.at(), token.end(), field.get()));
        return made(new Nodes.Read(Kind.of(field.get().type()), token.at(), token.end(), field.get()));
    }

    private @Nullable String near(Token token) {
        var near = Names.nearest(token.text(), names.all());
        return near == null ? null : Wording.field(near);
    }

    private Node call(Token name) {
        var function = Functions.find(name.text());
        if (function.isEmpty()) {
            var near = Names.nearest(name.text(), Functions.names().stream());
            throw Wrong.at(name.at(), name.end(), "function.unknown", near, name.text());
        }
        mentions.add(new Mention.OfFunction(name.at(), name.end(), function.get()));
        var opening = take();
        var arguments = arguments(opening);
        int end = tokens.get(at - 1).end();
        return made(Typing.called(function.get(), name, end, arguments));
    }

    private List<Node> arguments(Token opening) {
        var arguments = new ArrayList<Node>();
        if (peek().sign(")")) {
            take();
            return arguments;
        }
        arguments.add(either());
        while (separator()) {
            arguments.add(either());
        }
        close(opening);
        return arguments;
    }

    private boolean separator() {
        var token = peek();
        if (semicolons && token.sign(",") && behindNumber()) {
            throw Wrong.at(token.at(), token.end(), "comma", ".");
        }
        if (!token.sign(",") && !token.sign(";")) {
            return false;
        }
        take();
        mentions.add(new Mention.OfSeparator(token.at(), token.end()));
        return true;
    }

    private Token spelled(Token sign) {
        mentions.add(new Mention.Plain(sign.at(), sign.end(), sign.text()));
        return sign;
    }

    private void deeper() {
        if (++depth > DEPTH) {
            throw Wrong.at(peek(), "deep", DEPTH);
        }
    }

    private Node made(Node node) {
        if (++nodes > NODES) {
            throw Wrong.at(node.at(), node.end(), "large", null, NODES);
        }
        return node;
    }
}
