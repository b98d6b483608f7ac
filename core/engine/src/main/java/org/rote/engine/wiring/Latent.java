package org.rote.engine.wiring;

import java.util.Optional;
import org.rote.engine.manifest.Section;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

/**
 * A parameterization and where it stands.
 *
 * @param section its section
 * @param parameterization latent coordinates to model
 */
public record Latent(Section<Parameterization> section, Parameterization parameterization) {

    Space space() {
        return parameterization.domain();
    }

    double[] model(double[] point) {
        return section.call("forward", () -> {
            double[] model = new double[parameterization.range().size()];
            parameterization.forward(point, model);
            NonFinite.refuse(
                    model, parameterization.range(), "the model of parameterization \"" + section.name() + "\"");
            return model;
        });
    }

    Optional<double[]> point(double[] model) {
        if (!(parameterization instanceof Parameterization.Invertible invertible)) {
            return Optional.empty();
        }
        return section.call("invert", () -> {
            double[] point = new double[space().size()];
            invertible.invert(model, point);
            NonFinite.refuse(point, space(), "the truth in coordinates of parameterization \"" + section.name() + "\"");
            return Optional.of(point);
        });
    }
}
