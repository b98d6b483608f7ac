package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Where there is no driver that is a reason, and nothing else happens. */
final class NoDriverTest {

    @Test
    void tellsThatThereIsNoDriver() {
        Assumptions.assumeTrue(Natives.existForThisMachine(), "JCuda has no native library for this machine");
        Assumptions.assumeFalse(Natives.driverIsThere(), "there is a driver");
        CudaCards cards = new CudaCards();
        assertThat(cards.unavailable(0)).contains("there is no NVIDIA driver: libcuda.so.1 was not found");
        assertThat(cards.unavailable(1)).isEqualTo(cards.unavailable(0));
    }

    @Test
    void tellsTheFirstLineOfOtherErrorsOfLinking() {
        assertThat(CudaCards.reason(new UnsatisfiedLinkError("\nGLIBC_2.99 not found\nand traces")))
                .isEqualTo("JCuda's native library does not load: GLIBC_2.99 not found");
    }
}
