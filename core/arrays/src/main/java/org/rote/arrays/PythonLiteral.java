package org.rote.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parser of the Python literals that occur in headers of array files: dictionaries with text keys, texts, whole numbers,
 * True, False, None, tuples and lists, with spaces anywhere, trailing commas, and what Python 2 left behind ({@code 10L}, {@code u'f8'}).
 *
 * <p>It evaluates nothing. Tuples and lists both become a {@link Sequence}; everything keeps its own text for messages.
 */
final class PythonLiteral {
    /** A real header is nested three deep (a structured type with array fields); deeper is an attack on the stack. */
    private static final int DEEPEST = 16;

    /** How much of a header a message quotes. */
    private static final int QUOTED = 160;

    private final Path path;
    private final String text;
    private int at;
    private int depth;

    /** One value: {@code value} is a String, Long, Boolean, Sequence, or NONE; {@code text} is how the file writes it. */
    record Value(Object value, String text) {}

    /** A tuple or a list. */
    record Sequence(List<Value> values) {}

    /** Python's None. */
    static final Object NONE = new Object();

    private PythonLiteral(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * The entries of a dictionary.
     *
     * @param path the file, for messages
     * @param text the dictionary, with nothing but spaces around it
     */
    static Map<String, Value> dictionary(Path path, String text) throws ArrayFileException {
        PythonLiteral parser = new PythonLiteral(path, text);
        Map<String, Value> entries = parser.entries();
        if (parser.peek() != END) {
            throw parser.unexpected("the end");
        }
        return entries;
    }

    private Map<String, Value> entries() throws ArrayFileException {
        Map<String, Value> entries = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            Value key = value();
            if (!(key.value() instanceof String name)) {
                throw unexpected("a text as key before");
            }
            expect(':');
            if (entries.put(name, value()) != null) {
                throw damaged("the key '" + name + "' occurs twice");
            }
            if (peek() != '}') {
                expect(',');
            }
        }
        expect('}');
        return entries;
    }

    private Value value() throws ArrayFileException {
        char next = peek();
        int start = at;
        Object value;
        if (next == '(' || next == '[') {
            value = sequence(next == '(' ? ')' : ']');
        } else if (next == '-' || isDigit(next)) {
            value = number();
        } else if (next == '\'' || next == '"') {
            value = quoted();
        } else if (Character.isLetter(next)) {
            value = word();
        } else {
            throw unexpected("a value");
        }
        return new Value(value, text.substring(start, at));
    }

    /** What stands in parentheses or brackets; {@code (3)} is the number 3, as in Python. */
    private Object sequence(char close) throws ArrayFileException {
        if (++depth > DEEPEST) {
            throw damaged("more than " + DEEPEST + " parentheses inside one another");
        }
        at++;
        List<Value> values = new ArrayList<>();
        boolean comma = false;
        while (peek() != close) {
            values.add(value());
            comma = peek() == ',';
            if (comma) {
                at++;
            } else if (peek() != close) {
                throw unexpected("',' or '" + close + "'");
            }
        }
        at++;
        depth--;
        boolean onlyParentheses = close == ')' && values.size() == 1 && !comma;
        return onlyParentheses ? values.get(0).value() : new Sequence(values);
    }

    private Long number() throws ArrayFileException {
        int start = at++;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw damaged("the number " + clipped(digits) + " does not fit 64 bits");
        }
    }

    private String quoted() throws ArrayFileException {
        char quote = text.charAt(at++);
        StringBuilder result = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            result.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw damaged("a text is not closed");
        }
        at++;
        return result.toString();
    }

    private Object word() throws ArrayFileException {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        boolean prefix =
                (word.equals("u") || word.equals("b")) && at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0;
        if (prefix) {
            return quoted();
        }
        return switch (word) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> NONE;
            default -> throw damaged("'" + clipped(word) + "' is no value");
        };
    }

    private static final char END = '\0';

    /** The next character that is no space, without taking it; {@link #END} behind the last. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private void expect(char wanted) throws ArrayFileException {
        if (peek() != wanted) {
            throw unexpected("'" + wanted + "'");
        }
        at++;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private ArrayFileException unexpected(String wanted) {
        return damaged("expected " + wanted + " at character " + (at + 1));
    }

    private ArrayFileException damaged(String what) {
        return new ArrayFileException(
                path,
                "the header is not a Python dictionary: " + what + " of " + clipped(text.strip()),
                "the file is damaged or was not written by NumPy: write it again with numpy.save");
    }

    /** The start of a text that may be a megabyte long. */
    static String clipped(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
    }
}
