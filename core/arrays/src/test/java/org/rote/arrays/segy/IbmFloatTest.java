package org.rote.arrays.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbmFloatTest {

    private static final int DRAWS = 20_000;

    /** Half a unit in the last place of a fraction of at least 2²⁰. */
    private static final double HALF_UNIT = 0x1p-21;

    @ParameterizedTest
    @CsvSource({
        "4276A000, 118.625",
        "C276A000, -118.625",
        "41100000, 1",
        "C1100000, -1",
        "40800000, 0.5",
        "413243F7, 3.14159297943115234375",
        "00100000, 0x1p-260",
        "7FFFFFFF, 0x1.fffffep251",
        "FFFFFFFF, -0x1.fffffep251",
        "00000000, 0",
    })
    void convertsKnownNumbersBothWays(String hexadecimal, String value) {
        int bits = Integer.parseUnsignedInt(hexadecimal, 16);
        assertThat(IbmFloat.toDouble(bits)).isEqualTo(Double.parseDouble(value));
        assertThat(IbmFloat.fromDouble(Double.parseDouble(value))).isEqualTo(bits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80000000", "7F000000", "C2000000"})
    void readsAFractionOfZeroAsZero(String hexadecimal) {
        assertThat(IbmFloat.toDouble(Integer.parseUnsignedInt(hexadecimal, 16))).isEqualTo(0.0);
    }

    @ParameterizedTest
    @CsvSource({"46000001, 1", "C5000010, -1", "42010000, 1", "00000001, 0x1p-280"})
    void readsFractionsWithZerosInFront(String hexadecimal, String value) {
        assertThat(IbmFloat.toDouble(Integer.parseUnsignedInt(hexadecimal, 16))).isEqualTo(Double.parseDouble(value));
    }

    @Test
    void givesBackTheBitsOfEveryNormalisedNumber() {
        long seed = 4;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < DRAWS; i++) {
            int bits = random.nextInt() & 0xff000000 | random.nextInt(0x100000, 0x1000000);
            assertThat(IbmFloat.fromDouble(IbmFloat.toDouble(bits)))
                    .as("seed=%d, bits=%08X", seed, bits)
                    .isEqualTo(bits);
        }
    }

    @Test
    void roundsEveryFloatToTheNearest() {
        long seed = 5;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < DRAWS; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                double back = IbmFloat.toDouble(IbmFloat.fromDouble(value));
                assertThat(Math.abs(back - value))
                        .as("seed=%d, value=%s", seed, value)
                        .isLessThanOrEqualTo(HALF_UNIT * Math.abs(value));
            }
        }
    }

    @Test
    void carriesWhereRoundingFillsTheFraction() {
        assertThat(IbmFloat.fromDouble(Math.nextDown(1.0))).isEqualTo(0x41100000);
        assertThat(IbmFloat.fromDouble(Math.nextDown(16.0))).isEqualTo(0x42100000);
    }

    @Test
    void writesTiniestNumbersWithoutNormalisingThem() {
        assertThat(IbmFloat.fromDouble(0x1p-280)).isEqualTo(1);
        assertThat(IbmFloat.fromDouble(0x1p-290)).isEqualTo(0);
    }

    @Test
    void rejectsWhatIsBeyondItsRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IbmFloat.fromDouble(1e76))
                .withMessage("value=1.0E76 is beyond the range of an IBM float");
    }
}
