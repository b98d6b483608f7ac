package org.rote.plugins.report.html.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class MarkupTest {

    private final StringWriter text = new StringWriter();
    private final Markup out = new Markup(text);

    @Test
    void escapesTextAndAttributes() {
        out.leaf("p", "a < b & c > \"d\"", "title", "\"x\" <y>\n&");

        assertThat(text).hasToString("<p title=\"&quot;x&quot; &lt;y&gt;&#10;&amp;\">a &lt; b &amp; c &gt; \"d\"</p>");
    }

    @Test
    void replacesWhatXmlCannotHold() {
        out.text("a\u0000b\u0008c\uFFFEd\ud800e\tf");

        assertThat(text).hasToString("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf");
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        out.text("\ud835\udf0e");

        assertThat(text).hasToString("\ud835\udf0e");
    }

    @Test
    void closesInOrder() {
        out.open("g", "x", 1.25)
                .empty("rect", "width", 3)
                .open("b")
                .close()
                .close()
                .end();

        assertThat(text).hasToString("<g x=\"1.25\"><rect width=\"3\"/><b></b></g>");
    }

    @Test
    void raisesExponents() {
        out.raised("2×10⁻⁵ <m²");

        assertThat(text).hasToString("2×10<sup>−5</sup> &lt;m<sup>2</sup>");
    }

    @Test
    void refusesToEndWithAnOpenElement() {
        out.open("section");

        assertThatThrownBy(out::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("markup: element section is still open");
    }

    @Test
    void passesOnThatTheWriterFailed() {
        Markup full = new Markup(new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });

        assertThatThrownBy(() -> full.text("x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }
}
