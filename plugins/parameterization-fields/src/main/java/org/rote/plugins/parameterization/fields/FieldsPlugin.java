package org.rote.plugins.parameterization.fields;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.Parameterization;
import org.rote.spi.Plugin;

/** Offers the parameterizations {@code karhunen-loeve-cosine}, {@code principal-components}, {@code karhunen-loeve} and {@code depth-weighting}. */
public final class FieldsPlugin implements Plugin {

    /** For the service loader. */
    public FieldsPlugin() {}

    @Override
    public List<Factory<?, ? extends Parameterization>> parameterizations() {
        return List.of(
                new CosineFactory(),
                new PrincipalComponentsFactory(),
                new KarhunenLoeveFactory(),
                new DepthWeightingFactory());
    }
}
