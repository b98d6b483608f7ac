package org.rote.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) into maps, lists, strings, doubles and booleans; {@code null} becomes NaN. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", Double.NaN);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (!ends('}', object.isEmpty())) {
            skipSpace();
            String key = string();
            skipSpace();
            expect(':');
            object.put(key, value());
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (!ends(']', array.isEmpty())) {
            array.add(value());
        }
        return array;
    }

    // past the closing bracket, or past the comma in front of the next item
    private boolean ends(char bracket, boolean first) {
        skipSpace();
        if (peek() == bracket) {
            at++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            string.append(peek() == '\\' ? escaped() : text.charAt(at++));
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        at++;
        char kind = peek();
        at++;
        if (kind != 'u') {
            int index = "\"\\/bfnrt".indexOf(kind);
            if (index < 0) {
                throw unexpected();
            }
            return "\"\\/\b\f\n\r\t".charAt(index);
        }
        if (at + 4 > text.length()) {
            throw unexpected();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Object literal(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw unexpected();
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the JSON ends at character " + at + ", in the middle of a value");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("unexpected " + text.substring(at, Math.min(at + 10, text.length()))
                + " at character " + at + " of the JSON");
    }
}
