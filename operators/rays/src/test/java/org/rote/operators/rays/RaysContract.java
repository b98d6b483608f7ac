package org.rote.operators.rays;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.spi.Mapping;
import org.rote.testkit.MappingContract;
import org.rote.testkit.TestContext;

/** The mapping contract on a small survey, around velocities from 1500 to 4000 m/s. */
abstract class RaysContract extends MappingContract {

    private final WaveSpeed parameter;

    RaysContract(WaveSpeed parameter) {
        this.parameter = parameter;
    }

    @Override
    protected Mapping mapping() {
        StraightRayConfig config = new StraightRayConfig(
                parameter,
                new Grid(List.of(9, 6), List.of(10.0, 8.0)),
                new Layout.Line(List.of(0.0, 1.0), List.of(0.0, 47.0), 5),
                new Layout.Line(List.of(90.0, 0.0), List.of(3.0, 48.0), 4),
                Pairs.ALL);
        return new StraightRayFactory().create(config, TestContext.forOperator());
    }

    @Override
    protected double[] point(RandomGenerator random, int size) {
        double[] point = new double[size];
        for (int c = 0; c < size; c++) {
            double velocity = 1500 + 2500 * random.nextDouble();
            point[c] = switch (parameter) {
                case SLOWNESS -> 1 / velocity;
                case VELOCITY -> velocity;
                case SQUARED_SLOWNESS -> 1 / (velocity * velocity);
            };
        }
        return point;
    }
}
