package org.rote.plugins.dataset.geology.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn, before it is sampled. */
class BasinGeneratorTest {

    private static final Extent EXTENT = new Extent(5000, 3000);

    private static List<Basin> draw(Basins basins, int count) {
        BasinGenerator generator = new BasinGenerator(basins.config(), EXTENT);
        List<Basin> drawn = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            drawn.add(generator.draw(n));
        }
        return drawn;
    }

    @Test
    void hasAsManyUnconformitiesAsAskedForOneBelowTheOther() {
        for (Basin basin : draw(Basins.of(1).with(Basins.unconformities(2, 3)), 60)) {
            assertThat(basin.sequences()).hasSizeBetween(3, 4);
            double above = 0;
            double eroded = 0;
            for (Sequence sequence : basin.sequences()) {
                eroded += sequence.fold().uplift();
                double depth = sequence.base().map(Surface::mean).orElse(1e9) - eroded;
                assertThat(depth).isGreaterThan(above);
                above = depth;
            }
            assertThat(basin.sequences().get(basin.sequences().size() - 1).base())
                    .isEmpty();
        }
    }

    /** Older layers meet the unconformity at an angle that the layers above do not share. */
    @Test
    void cutsOlderLayersAtAnAngle() {
        int angular = 0;
        int count = 60;
        for (Basin basin : draw(Basins.of(1).with(Basins.unconformities(1, 1)), count)) {
            Sequence old = basin.sequences().get(1);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double x = 0; x < 5000; x += 50) {
                double top = basin.sequences().get(0).base().orElseThrow().depth(x);
                double age = old.at(x).deposited(top);
                least = Math.min(least, age);
                most = Math.max(most, age);
            }
            assertThat(least).as("nothing younger than what was eroded").isGreaterThan(0);
            angular += most - least > 150 ? 1 : 0;
        }
        assertThat(angular).as("sections with more than 150 m of layers cut").isGreaterThan(3 * count / 4);
    }

    @Test
    void foldsGrowWithDepthFromTheSeaFloor() {
        for (Basin basin : draw(Basins.of(1).with(Basins.faults(0, 0)), 40)) {
            Sequence young = basin.sequences().get(0);
            for (double x = 0; x < 5000; x += 500) {
                Sequence.Column column = young.at(x);
                assertThat(column.deposited(0)).isZero();
                double shallow = column.deposited(1000) - 1000;
                assertThat(column.deposited(3000) - 3000).isCloseTo(3 * shallow, within(1e-9));
            }
        }
    }

    @Test
    void keepsTheOrderOfLayersWhereNoFaultCuts() {
        for (Basin basin : draw(Basins.of(1).with(Basins.faults(0, 0)), 40)) {
            for (Sequence sequence : basin.sequences()) {
                for (double x = 0; x < 5000; x += 500) {
                    assertThat(sequence.at(x).stretch()).isGreaterThan(0.3);
                }
            }
        }
    }

    @Test
    void dragsLayersUpTowardsTheSalt() {
        int detached = 0;
        List<Basin> basins = draw(Basins.of(1).with(Basins.salt(1)), 100);
        for (Basin basin : basins) {
            Salt salt = basin.salt().orElseThrow();
            double floor = basin.seaFloor().orElseThrow().mean();
            SaltOutline outline = salt.outline();
            detached += outline.foot() < 3000 ? 1 : 0;
            assertThat(outline.crest()).isBetween(floor, 3000.0);
            assertThat(outline.contains(salt.x(), outline.crest() - 1)).isFalse();
            assertThat(outline.contains(salt.x(), outline.foot() + 1)).isFalse();
            assertThat(salt.lift(salt.x())).isPositive().isLessThan(outline.crest() - floor);
            assertThat(salt.lift(salt.x() + salt.halfWidth())).isLessThan(salt.lift(salt.x()));
            assertThat(salt.lift(salt.x() + 2.2 * salt.halfWidth())).isNegative();
            assertThat(salt.share(floor, floor)).isZero();
            assertThat(salt.share(outline.crest(), floor)).isEqualTo(1);
        }
        assertThat(detached).as("closed bodies of 100").isBetween(25, 55);
    }

    @Test
    void findsTheSaltBetweenItsSides() {
        for (Basin basin : draw(Basins.of(1).with(Basins.salt(1)), 30)) {
            SaltOutline outline = basin.salt().orElseThrow().outline();
            double half = (outline.crest() + outline.foot()) / 2;
            int level = outline.left().length / 2;
            double left = outline.left()[level];
            double right = outline.right()[level];
            assertThat(right).isGreaterThan(left);
            assertThat(outline.contains((left + right) / 2, half)).isTrue();
            assertThat(outline.contains(left - 1, half)).isFalse();
            assertThat(outline.contains(right + 1, half)).isFalse();
        }
    }

    @Test
    void fillsAChannelFromTheTopOfItsLayer() {
        Channel channel = new Channel(3, 1000, 200, 60, 1.1);
        assertThat(channel.depth(1000)).isEqualTo(60);
        assertThat(channel.depth(1100)).isEqualTo(45);
        assertThat(channel.depth(1201)).isNegative();
    }

    @Test
    void compactsFromTheTopTowardsItsLimit() {
        Compaction trend = new Compaction(1700, 1, 5500);
        assertThat(trend.velocity(0)).isEqualTo(1700);
        assertThat(trend.velocity(-5)).isEqualTo(1700);
        assertThat((trend.velocity(1) - 1700)).isCloseTo(1, within(1e-3));
        assertThat(trend.velocity(1e9)).isCloseTo(5500, within(0.1));
        assertThat(new Compaction(1700, 1, 1700).velocity(1000)).isEqualTo(1700);
    }
}
