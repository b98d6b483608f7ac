package org.rote.plugins.dataset.geology.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.SeededStreams;

class GrowthFaultTest {

    private static final Extent BELOW = new Extent(5000, 3000);
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final GrowthFault PLANE = new GrowthFault(1000, 0, 1, 2, INFINITE, 200, 2000, 300, 600);
    private static final GrowthFault LISTRIC = new GrowthFault(4000, 0, -1, 2, 1500, 200, 2000, 300, 600);

    @Test
    void dipsToItsSide() {
        assertThat(PLANE.surface(1000)).isZero();
        assertThat(PLANE.surface(1500)).isEqualTo(1000);
        assertThat(LISTRIC.surface(4000)).isZero();
        assertThat(LISTRIC.surface(3990)).isCloseTo(20, within(0.2));
    }

    @Test
    void becomesFlatWhereItIsListric() {
        assertThat(LISTRIC.surface(0)).isBetween(1490.0, 1500.0);
        assertThat(LISTRIC.surface(1000)).isBetween(1450.0, 1490.0);
    }

    @Test
    void hasAThrowThatDecreasesDownTheFault() {
        for (GrowthFault fault : List.of(PLANE, LISTRIC)) {
            double before = 200.1;
            for (int r = 0; r <= 1900; r += 100) {
                double displacement = fault.displacement(fault.x() + fault.side() * r);
                assertThat(displacement).isPositive().isLessThan(before);
                before = displacement;
            }
        }
        assertThat(PLANE.displacement(3000)).isZero();
    }

    @Test
    void hasGrownWhileLayersWereDeposited() {
        assertThat(PLANE.at(1500).share(200)).isZero();
        assertThat(PLANE.at(1500).share(600)).isEqualTo(0.5);
        assertThat(PLANE.at(1500).share(900)).isEqualTo(1);
    }

    @Test
    void offsetsLayersByItsThrowAtTheFault() {
        Strata strata = Strata.draw(
                new LayerConfig(60, 0.7, 0.4, 0),
                0.1,
                0,
                3000,
                BELOW,
                new SeededStreams(1, "t").random("l", 0),
                new SeededStreams(1, "t").random("c", 0));
        Fold flat = new Fold(BELOW.gentle(new SeededStreams(1, "t").random("f", 0)), 0, 0, 0, 0, 2500, 0);
        Sequence sequence = new Sequence(strata, List.of(), flat, List.of(PLANE), java.util.Optional.empty());
        // the fault is at 1000 m depth at x = 1500 m; the hanging wall is above
        Sequence.Column column = sequence.at(1500);
        double above = column.deposited(999.999);
        double below = column.deposited(1000.001);
        assertThat(below - above).isCloseTo(PLANE.displacement(1500), within(0.01));
        assertThat(PLANE.displacement(1500)).isBetween(170.0, 180.0);
        assertThat(sequence.at(900).deposited(700)).isEqualTo(700);
    }

    @Test
    void isDrawnWithinItsRanges() {
        int listric = 0;
        int toTheRight = 0;
        int count = 0;
        for (int n = 0; n < 100; n++) {
            FaultGenerator generator =
                    new FaultGenerator(Basins.faults(4, 8), BELOW, 2, new SeededStreams(2, "t").random("f", n));
            List<GrowthFault> young = generator.of(0, 0);
            List<GrowthFault> old = generator.of(1, 1200);
            assertThat(young.size() + old.size()).isBetween(4, 8);
            for (GrowthFault fault : young) {
                assertThat(fault.tip()).isBetween(0.0, 900.0);
                check(fault);
                listric += Double.isInfinite(fault.detachment()) ? 0 : 1;
                toTheRight += fault.side() == 1 ? 1 : 0;
            }
            for (GrowthFault fault : old) {
                assertThat(fault.at(fault.x()).share(1200))
                        .as("an old fault has moved before it was cut")
                        .isNotNegative();
                assertThat(fault.tip()).isLessThanOrEqualTo(1200);
                check(fault);
            }
            count += young.size();
        }
        assertThat(listric / (double) count).as("listric").isBetween(0.3, 0.5);
        assertThat(toTheRight / (double) count).as("dipping to the right").isBetween(0.3, 0.7);
    }

    private static void check(GrowthFault fault) {
        assertThat(fault.displacement()).isBetween(30.0, 300.0);
        assertThat(Math.toDegrees(Math.atan(fault.slope()))).isBetween(47.999, 68.001);
        assertThat(fault.growth()).isGreaterThanOrEqualTo(GrowthFault.LEAST_GROWTH * fault.displacement());
        for (double depth = 0; depth < 3000; depth += 10) {
            double before = new GrowthFault.Line(1e9, fault.displacement(), fault.tip(), fault.growth()).before(depth);
            double after =
                    new GrowthFault.Line(1e9, fault.displacement(), fault.tip(), fault.growth()).before(depth + 10);
            assertThat(after).as("layers stay in order in %s", fault).isGreaterThan(before);
        }
    }
}
