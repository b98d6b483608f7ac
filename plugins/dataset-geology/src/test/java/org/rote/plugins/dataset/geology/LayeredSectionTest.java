package org.rote.plugins.dataset.geology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.plugins.dataset.geology.section.Undulation;
import org.rote.spi.SeededStreams;

class LayeredSectionTest {

    private static final double[] VELOCITIES = {1500, 2000, 3000};
    private static final Proportions FLAT = new Proportions(1000, 300, 10, 0, 50, 10);
    private static final Proportions FOLDED = new Proportions(1000, 300, 10, 90, 50, 10);

    @Test
    void layersAreFlatWithoutReliefAndDip() {
        double[] column = new double[30];
        Arrays.fill(column, 0, 10, 1500);
        Arrays.fill(column, 10, 18, 2000);
        Arrays.fill(column, 18, 30, 3000);
        LayeredSection flat = new LayeredSection(VELOCITIES, interfaces(FLAT), Optional.empty(), 0);
        assertThat(column(flat, 0)).containsExactly(column);
        assertThat(column(flat, 730)).containsExactly(column);
    }

    @Test
    void theHangingWallSlidesDownThePlaneRigidly() {
        Fault fault = new Fault(500, 150, 1, 2, 40);
        LayeredSection before = section(Optional.empty(), 0);
        LayeredSection after = section(Optional.of(fault), 0);
        int moved = 0;
        for (int x = 0; x < 1000; x += 10) {
            double[] now = column(after, x);
            double[] there = column(before, x);
            double[] origin = column(before, x - 20);
            for (int k = 4; k < now.length; k++) {
                boolean hangs = x - 500 > (10 * k - 150) / 2.0;
                assertThat(fault.isInHangingWall(x, 10 * k)).isEqualTo(hangs);
                assertThat(now[k]).isEqualTo(hangs ? origin[k - 4] : there[k]);
                moved += now[k] == there[k] ? 0 : 1;
            }
        }
        assertThat(moved).isPositive();
    }

    @Test
    void aFaultDipsToEitherSide() {
        Fault left = new Fault(500, 150, -1, 2, 40);
        assertThat(left.isInHangingWall(499, 150)).isTrue();
        assertThat(left.isInHangingWall(501, 150)).isFalse();
        assertThat(left.isInHangingWall(501, 140)).isTrue();
        assertThat(left.before(300)).isEqualTo(320);
    }

    @Test
    void aFaultIsDrawnWithinItsBounds() {
        RandomGenerator random = new SeededStreams(3, "faults").random("fault", 0);
        for (int i = 0; i < 200; i++) {
            Fault fault = Fault.draw(random, FLAT);
            assertThat(fault.x()).isBetween(250.0, 750.0);
            assertThat(Math.toDegrees(Math.atan(fault.slope()))).isBetween(50.0, 70.0);
            assertThat(fault.drop()).isBetween(15.0, 50.0);
        }
    }

    @Test
    void aTransitionPassesHalfOfTheStepAtTheInterface() {
        double depth = interfaces(FOLDED).depths(0)[0];
        double[] out = new double[3];
        section(Optional.empty(), 20).column(0, depth / 2, out, 0, 3);
        assertThat(out[0]).isEqualTo(1500);
        assertThat(out[1]).isEqualTo(1500);
        assertThat(out[2]).isCloseTo(1750, within(1e-9));
    }

    @Test
    void anUndulationHasMeanZeroAndHeightOne() {
        RandomGenerator random = new SeededStreams(3, "undulations").random("undulation", 0);
        for (int n = 0; n < 200; n++) {
            Undulation undulation = Undulation.draw(random, 700, 0.35, 1.5);
            double[] heights = new double[1000];
            Arrays.setAll(heights, i -> undulation.at(0.7 * i));
            double height = Arrays.stream(heights).max().orElseThrow()
                    - Arrays.stream(heights).min().orElseThrow();
            // it is scaled by what is seen of it at 33 points
            assertThat(height).isCloseTo(1, within(0.04));
            assertThat(Arrays.stream(heights).average().orElseThrow()).isCloseTo(0, within(0.04));
        }
    }

    @Test
    void interfacesNeverCross() {
        Proportions steep = new Proportions(1000, 300, 10, 150, 50, 10);
        for (int n = 0; n < 50; n++) {
            RandomGenerator random = new SeededStreams(5, "folds").random("folds", n);
            Interfaces interfaces = new Interfaces(new double[] {100, 10, 10, 180}, 0.5, steep, random);
            for (int x = -200; x <= 1200; x += 10) {
                double[] depths = interfaces.depths(x);
                assertThat(depths).hasSize(3).isSorted();
            }
        }
    }

    private static Interfaces interfaces(Proportions proportions) {
        RandomGenerator random = new SeededStreams(1, "folds").random("folds", 0);
        return new Interfaces(new double[] {100, 80, 120}, 0, proportions, random);
    }

    private static LayeredSection section(Optional<Fault> fault, double transition) {
        return new LayeredSection(VELOCITIES, interfaces(FOLDED), fault, transition);
    }

    private static double[] column(LayeredSection section, double x) {
        double[] out = new double[30];
        section.column(x, 10, out, 0, out.length);
        return out;
    }
}
