package org.rote.engine.wiring;

import java.util.Optional;
import org.rote.engine.manifest.Section;
import org.rote.spi.Compositions;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Mapping;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.Space;

/**
 * An operator, perhaps with a parameterization in front of it.
 *
 * @param section the operator's section
 * @param operator the operator
 * @param latent the parameterization, or empty
 * @param mapping both together, from the space of the posterior to the data
 */
public record ForwardMap(
        Section<ForwardOperator> section, ForwardOperator operator, Optional<Latent> latent, Mapping mapping) {

    static ForwardMap of(Section<ForwardOperator> section, ForwardOperator operator) {
        return new ForwardMap(section, operator, Optional.empty(), operator);
    }

    ForwardMap behind(Latent inner) {
        Mapping both = Compositions.compose(operator, inner.parameterization());
        return new ForwardMap(section, operator, Optional.of(inner), both);
    }

    /**
     * Where the posterior lives.
     *
     * @return the latent space, or the model space where there is no parameterization
     */
    public Space space() {
        return mapping.domain();
    }

    /**
     * Evaluates the operator on a model.
     *
     * @param model a point of the operator's domain
     * @return the data, all finite
     * @throws NumericsException when the operator cannot be evaluated at the model, or a datum is not finite; names the operator's line
     */
    public double[] forward(double[] model) {
        try {
            return section.call("forward", () -> {
                double[] data = new double[operator.range().size()];
                operator.forward(model, data);
                NonFinite.refuse(data, operator.range(), "F(m) of operator \"" + section.name() + "\"");
                return data;
            });
        } catch (ResourceException e) {
            throw new ResourceException(located(e), e);
        } catch (NumericsException e) {
            throw new NumericsException(located(e), e);
        }
    }

    private String located(NumericsException e) {
        return section.origin().location() + "  " + section.origin().where() + ": " + e.getMessage();
    }

    /**
     * The model at a point of the posterior's space.
     *
     * @param point latent coordinates, or a model where there is no parameterization
     * @return the model
     */
    public double[] model(double[] point) {
        return latent.map(inner -> inner.model(point)).orElse(point);
    }

    /**
     * The point of the posterior's space whose image is a model, or comes nearest.
     *
     * @param model a model
     * @return latent coordinates, or the model where there is no parameterization; empty where the parameterization cannot be inverted
     */
    Optional<double[]> point(double[] model) {
        return latent.isEmpty() ? Optional.of(model) : latent.get().point(model);
    }
}
