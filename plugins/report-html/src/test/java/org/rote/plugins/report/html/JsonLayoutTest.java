package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLayoutTest {

    @Test
    void putsEachMemberOnALineOfItsOwn() {
        assertThat(JsonLayout.indented("{\"a\":1,\"b\":[2, {\"c\" : null}],\"d\":{ },\"e\":[]}"))
                .isEqualTo("""
                        {
                          "a": 1,
                          "b": [
                            2,
                            {
                              "c": null
                            }
                          ],
                          "d": {},
                          "e": []
                        }""");
    }

    @Test
    void leavesStringsAlone() {
        assertThat(JsonLayout.indented("[\"a, {b}: \\\"c\\\" \\\\\",1]"))
                .isEqualTo("[\n  \"a, {b}: \\\"c\\\" \\\\\",\n  1\n]");
    }

    @Test
    void isStableOnWhatIsLaidOutAlready() {
        String once = JsonLayout.indented("{\"a\":[1,2],\"b\":\"x\"}");

        assertThat(JsonLayout.indented(once)).isEqualTo(once);
    }

    @Test
    void showsBrokenJsonAllTheSame() {
        assertThat(JsonLayout.indented("}]{\"unfinished")).contains("{").contains("\"unfinished");
        assertThat(JsonLayout.indented("\"ends with a backslash\\")).isEqualTo("\"ends with a backslash\\");
        assertThat(JsonLayout.indented("")).isEmpty();
    }
}
