package relais.records.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts the text of a formula into tokens. */
final class Lexer {
    private static final List<String> LONG_SIGNS = List.of("<=", ">=", "<>", "!=");
    private static final String SIGNS = "+-*/^&=<>(),;%";
    private static final Map<Character, String> ALIASES =
            Map.of('×', "*", '·', "*", '÷', "/", '−', "-", '–', "-", '≤', "<=", '≥', ">=", '≠', "<>");
    private static final int DIGITS = 30;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Token.Type.END, "", text.length(), text.length()));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at++;
        } else if (digit(c)) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else if (c == '"' || c == '“' || c == '«') {
            quoted(c);
        } else if (c == '[') {
            bracketed();
        } else {
            sign(c);
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private void number() {
        int from = at;
        boolean point = false;
        while (at < text.length() && (digit(text.charAt(at)) || !point && decimal())) {
            point |= text.charAt(at) == '.';
            at++;
        }
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            throw Wrong.at(from, at + 1, "number", null, text.substring(from, at + 1));
        }
        if (at - from > DIGITS) {
            throw Wrong.at(from, at, "number.long", null, DIGITS);
        }
        add(Token.Type.NUMBER, text.substring(from, at), from);
    }

    private boolean decimal() {
        return text.charAt(at) == '.' && at + 1 < text.length() && digit(text.charAt(at + 1));
    }

    private void word() {
        int from = at;
        while (at < text.length() && inWord(text.charAt(at))) {
            at++;
        }
        add(Token.Type.WORD, text.substring(from, at), from);
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** A quotation mark inside a text is written twice. */
    private void quoted(char opening) {
        char closing = opening == '“' ? '”' : opening == '«' ? '»' : '"';
        int from = at++;
        var inside = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != closing) {
                inside.append(c);
            } else if (closing == '"' && at < text.length() && text.charAt(at) == '"') {
                inside.append('"');
                at++;
            } else {
                add(Token.Type.TEXT, opening == '«' ? inside.toString().strip() : inside.toString(), from);
                return;
            }
        }
        throw Wrong.at(from, text.length(), "text.open", null);
    }

    private void bracketed() {
        int close = text.indexOf(']', at);
        if (close < 0) {
            throw Wrong.at(at, text.length(), "bracket.open", null);
        }
        int from = at;
        at = close + 1;
        add(Token.Type.BRACKETED, text.substring(from + 1, close).strip(), from);
    }

    private void sign(char c) {
        var two = at + 1 < text.length() ? text.substring(at, at + 2) : "";
        int from = at;
        if (LONG_SIGNS.contains(two)) {
            at += 2;
            add(Token.Type.SIGN, two.equals("!=") ? "<>" : two, from);
        } else if (ALIASES.containsKey(c)) {
            at++;
            add(Token.Type.SIGN, ALIASES.getOrDefault(c, ""), from);
        } else if (SIGNS.indexOf(c) >= 0) {
            at++;
            add(Token.Type.SIGN, String.valueOf(c), from);
        } else {
            int end = at + Character.charCount(text.codePointAt(at));
            throw Wrong.at(at, end, "sign", null, text.substring(at, end));
        }
    }

    private void add(Token.Type type, String value, int from) {
        tokens.add(new Token(type, value, from, at));
    }
}
