package org.rote.plugins.parameterization.fields;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.Correlation;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Mapping;
import org.rote.testkit.TestContext;

class KarhunenLoeveContractTest extends ExpansionContract {

    @Override
    protected Mapping mapping() {
        KarhunenLoeveConfig config = new KarhunenLoeveConfig(
                "2 km/s",
                "200 m/s",
                List.of("40 m", "25 m"),
                Correlation.EXPONENTIAL,
                Optional.of(13),
                Optional.empty());
        return new KarhunenLoeveFactory().create(config, TestContext.in(Grids.of(WaveSpeed.VELOCITY, 8, 7)));
    }
}
