package org.rote.plugins.format.arrays;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;
import org.rote.testkit.TestContext;

class InlineContractTest extends DatasetContract {

    @Override
    protected Space space() {
        return WaveSpeed.SLOWNESS.in(ArrayFiles.VELOCITY);
    }

    @Override
    protected Dataset dataset() {
        InlineConfig config = new InlineConfig(
                List.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), List.of(7.0, 8.0, 9.0, 8.0, 7.0, 6.0)),
                Optional.of("km/s"),
                Optional.of(WaveSpeed.VELOCITY));
        return new InlineFactory().create(config, TestContext.in(space()));
    }
}
