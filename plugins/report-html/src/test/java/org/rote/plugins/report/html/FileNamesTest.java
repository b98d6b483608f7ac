package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    private final FileNames names = new FileNames();

    @Test
    void keepsOrdinaryNames() {
        assertThat(names.next("sigma-0.30+linearized")).isEqualTo("sigma-0.30+linearized");
    }

    @Test
    void letsNoNameLeaveItsFolder() {
        assertThat(names.next("../../etc/passwd")).isEqualTo("__.._etc_passwd");
        assertThat(names.next("..")).isEqualTo("_");
        assertThat(names.next("")).isEqualTo("_-2");
        assertThat(names.next("a\\b:c*d?e\"f<g>h|i\u0000j")).isEqualTo("a_b_c_d_e_f_g_h_i_j");
    }

    @Test
    void givesEachNameOnceAlsoWhereCapitalsDoNotCount() {
        assertThat(names.next("case")).isEqualTo("case");
        assertThat(names.next("Case")).isEqualTo("Case-2");
        assertThat(names.next("case")).isEqualTo("case-3");
    }

    @Test
    void shortensLongNames() {
        assertThat(names.next("x".repeat(5000))).hasSize(100);
        assertThat(names.next("x".repeat(6000))).endsWith("x-2");
    }
}
