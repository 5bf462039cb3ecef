package org.descant.compiler.compile;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.Location;
import org.codehaus.janino.Scanner;
import org.codehaus.janino.Token;
import org.codehaus.janino.TokenType;

/**
 * The tokens of a generated class, the same as Janino's scanner finds. That one takes each character through three readers and looks each
 * operator up in a set, letter by letter: a third of Janino's time in the interpreter of the JVM. This one looks at the text itself.
 */
final class GeneratedTokens extends Scanner {
    private static final Map<String, String> KEYWORDS = interned(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends final "
                    + "finally float for goto if implements import instanceof int interface long native new package private "
                    + "protected public return short static strictfp super switch synchronized this throw throws transient try "
                    + "void volatile while");

    /** Operators of more than one character; one of three stands beside the one that it begins with. */
    private static final Map<String, String> LONG_OPERATORS =
            interned(":: -> == <= >= != && || ++ -- << >> >>> += -= *= /= &= |= ^= %= <<= >>= >>>=");

    /** What the second character of an operator can be. */
    private static final String SECOND = ":>=<&|+-";

    private static final boolean[] IS_WORD = new boolean[128];

    /** The operators of one character, each at the place of that. */
    private static final String[] OPERATORS = new String[IS_WORD.length];

    static {
        for (char c = 0; c < IS_WORD.length; c++) {
            IS_WORD[c] = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
            OPERATORS[c] = "(){}[];,.@=><!~?:+-*/&|^%".indexOf(c) >= 0
                    ? String.valueOf(c).intern()
                    : "";
        }
    }

    private final String name;
    private final String text;
    /** The text, and zeros behind it. */
    private final char[] characters;

    /** The place of the next character, its line, from 1, and where that line begins. */
    private int at;

    private int line = 1;
    private int lineStart;

    /** The place of the last token. */
    private int tokenLine = 1;

    private int tokenColumn = 1;

    private GeneratedTokens(String name, String text) throws IOException {
        super(name, Reader.nullReader());
        this.name = name;
        this.text = text;
        this.characters = new char[text.length() + 2];
        text.getChars(0, text.length(), characters, 0);
    }

    /**
     * Those of a text that is called so in messages. One with Unicode escapes, as a name with control characters has them, is left to
     * Janino's scanner.
     */
    static Scanner of(String name, String text) throws IOException {
        return text.contains("\\u") ? new Scanner(name, new StringReader(text)) : new GeneratedTokens(name, text);
    }

    @Override
    public Location location() {
        return new Location(name, tokenLine, tokenColumn);
    }

    @Override
    public Token produce() throws CompileException {
        skip();
        if (at == text.length()) {
            return token(TokenType.END_OF_INPUT, "end-of-input");
        }
        tokenLine = line;
        tokenColumn = at - lineStart + 1;
        int from = at;
        char first = characters[from];
        if (isDigit(first) || (first == '.' && isDigit(characters[from + 1]))) {
            return number();
        }
        if (isWord(first)) {
            return word();
        }
        if (first == '"') {
            return string();
        }
        return operator();
    }

    /** Goes on to what is neither white space nor comment. */
    private void skip() throws CompileException {
        while (at < text.length()) {
            char next = characters[at];
            if (next == '\n') {
                newLine();
            } else if (next == ' ') {
                at++;
            } else if (next == '/' && characters[at + 1] == '/') {
                at = orEnd(text.indexOf('\n', at));
            } else if (next == '/' && characters[at + 1] == '*') {
                comment();
            } else {
                return;
            }
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private void comment() throws CompileException {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new CompileException("a comment has no end", location());
        }
        for (int next = text.indexOf('\n', at); next >= 0 && next < end; next = text.indexOf('\n', at)) {
            at = next;
            newLine();
        }
        at = end + 2;
    }

    private int orEnd(int found) {
        return found < 0 ? text.length() : found;
    }

    private Token word() {
        int from = at;
        while (isWord(characters[at])) {
            at++;
        }
        String word = text.substring(from, at);
        String keyword = KEYWORDS.get(word);
        if (keyword != null) {
            return token(TokenType.KEYWORD, keyword);
        }
        return switch (word) {
            case "true" -> token(TokenType.BOOLEAN_LITERAL, "true");
            case "false" -> token(TokenType.BOOLEAN_LITERAL, "false");
            case "null" -> token(TokenType.NULL_LITERAL, "null");
            default -> token(TokenType.IDENTIFIER, word);
        };
    }

    /** Digits, a point, an exponent with its sign, and the letter of a type. */
    private Token number() {
        int from = at;
        boolean isHex = text.startsWith("0x", from);
        String ofFloats = isHex ? ".pP" : ".eEfFdD";
        String exponent = isHex ? "pP" : "eE";
        boolean isFloat = false;
        for (boolean isSign = false; ; at++) {
            char next = characters[at];
            if (!isWord(next) && next != '.' && !(isSign && (next == '-' || next == '+'))) {
                break;
            }
            isFloat |= ofFloats.indexOf(next) >= 0;
            isSign = exponent.indexOf(next) >= 0;
        }
        return token(isFloat ? TokenType.FLOATING_POINT_LITERAL : TokenType.INTEGER_LITERAL, text.substring(from, at));
    }

    private Token string() throws CompileException {
        int from = at;
        at++;
        for (char next = characters[at]; next != '"'; next = characters[at]) {
            if (next == '\n' || at >= text.length()) {
                throw new CompileException("a string has no end", location());
            }
            at += next == '\\' ? 2 : 1;
        }
        at++;
        return token(TokenType.STRING_LITERAL, text.substring(from, at));
    }

    private Token operator() throws CompileException {
        int from = at;
        char first = characters[from];
        String operator = first < OPERATORS.length ? OPERATORS[first] : "";
        if (operator.isEmpty()) {
            throw new CompileException("'" + first + "' begins nothing that generated code has", location());
        }
        at++;
        while (SECOND.indexOf(characters[at]) >= 0) {
            String longer = LONG_OPERATORS.get(text.substring(from, at + 1));
            if (longer == null) {
                break;
            }
            operator = longer;
            at++;
        }
        return token(TokenType.OPERATOR, operator);
    }

    /** Each word the one string of its letters that the JVM keeps: Janino compares keywords and operators by reference. */
    private static Map<String, String> interned(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableMap(Function.identity(), String::intern));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c < IS_WORD.length ? IS_WORD[c] : Character.isJavaIdentifierPart(c);
    }

    private Token token(TokenType type, String value) {
        return new Token(name, tokenLine, tokenColumn, type, value);
    }
}
