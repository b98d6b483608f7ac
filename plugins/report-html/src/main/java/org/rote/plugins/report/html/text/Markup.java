package org.rote.plugins.report.html.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG that is well-formed XML too: elements are closed in order, and everything that comes from outside is escaped. Characters that XML cannot hold
 * become U+FFFD.
 *
 * <p>Attributes are given as name, value, name, value. A {@link Double} is written with at most two decimals, which is a hundredth of a pixel.
 *
 * <p>One thread. A writer that fails makes every method throw {@link UncheckedIOException}.
 */
public final class Markup {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an empty document.
     *
     * @param out where it goes; not closed
     */
    public Markup(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param element its name
     * @param attributes names and values in turn
     * @return this
     */
    public Markup open(String element, Object... attributes) {
        tag(element, attributes);
        write(">");
        open.push(element);
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @return this
     */
    public Markup close() {
        write("</" + open.pop() + ">");
        return this;
    }

    /**
     * An element without content: a void element of HTML ({@code br}, {@code meta}) or a shape of SVG.
     *
     * @param element its name
     * @param attributes names and values in turn
     * @return this
     */
    public Markup empty(String element, Object... attributes) {
        tag(element, attributes);
        write("/>");
        return this;
    }

    /**
     * An element that holds text only.
     *
     * @param element its name
     * @param text its text, escaped here
     * @param attributes names and values in turn
     * @return this
     */
    public Markup leaf(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close();
    }

    /**
     * Text.
     *
     * @param text escaped here
     * @return this
     */
    public Markup text(String text) {
        write(escape(text, false));
        return this;
    }

    /**
     * Text in which raised digits become {@code sup} elements, since many fonts draw the characters unevenly.
     *
     * @param text may hold ⁰¹²³⁴⁵⁶⁷⁸⁹⁻; escaped here
     * @return this
     */
    public Markup raised(String text) {
        for (Superscripts.Run run : Superscripts.runs(text)) {
            if (run.raised()) {
                leaf("sup", run.text());
            } else {
                text(run.text());
            }
        }
        return this;
    }

    /**
     * Something already in markup.
     *
     * @param markup written as it is
     * @return this
     */
    public Markup raw(String markup) {
        write(markup);
        return this;
    }

    /**
     * A line break between elements, for people who read the source.
     *
     * @return this
     */
    public Markup line() {
        write("\n");
        return this;
    }

    /**
     * Ends the document.
     *
     * @throws IllegalStateException when an element is still open
     */
    public void end() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("markup: element " + open.peek() + " is still open");
        }
    }

    private void tag(String element, Object... attributes) {
        write("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? Numbers.coordinate(number) : escape(value.toString(), true);
            write(" " + attributes[i] + "=\"" + text + "\"");
        }
    }

    private static String escape(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                default -> escaped.appendCodePoint(isXml(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\r';
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
