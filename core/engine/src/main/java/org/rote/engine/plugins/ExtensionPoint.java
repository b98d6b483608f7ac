package org.rote.engine.plugins;

import java.util.List;
import java.util.function.Function;
import org.rote.spi.Dataset;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.NoiseModel;
import org.rote.spi.Parameterization;
import org.rote.spi.Plugin;
import org.rote.spi.Prior;
import org.rote.spi.Report;
import org.rote.spi.Sampler;

/**
 * A kind of part that plugins offer.
 *
 * @param section the manifest's word for one
 * @param plural the manifest's word for several
 * @param type the contract
 * @param factories where a plugin lists its factories of this kind
 * @param <T> the contract
 */
public record ExtensionPoint<T>(
        String section, String plural, Class<T> type, Function<Plugin, List<Factory<?, ? extends T>>> factories) {

    /** Forward operators. */
    public static final ExtensionPoint<ForwardOperator> OPERATOR =
            new ExtensionPoint<>("operator", "operators", ForwardOperator.class, Plugin::operators);
    /** Parameterizations. */
    public static final ExtensionPoint<Parameterization> PARAMETERIZATION = new ExtensionPoint<>(
            "parameterization", "parameterizations", Parameterization.class, Plugin::parameterizations);
    /** Noise models. */
    public static final ExtensionPoint<NoiseModel> NOISE =
            new ExtensionPoint<>("noise", "noises", NoiseModel.class, Plugin::noises);
    /** Priors. */
    public static final ExtensionPoint<Prior> PRIOR =
            new ExtensionPoint<>("prior", "priors", Prior.class, Plugin::priors);
    /** Samplers. */
    public static final ExtensionPoint<Sampler> SAMPLER =
            new ExtensionPoint<>("sampler", "samplers", Sampler.class, Plugin::samplers);
    /** Data sets. */
    public static final ExtensionPoint<Dataset> DATASET =
            new ExtensionPoint<>("dataset", "datasets", Dataset.class, Plugin::datasets);
    /** Diagnostics. */
    public static final ExtensionPoint<Diagnostic> DIAGNOSTIC =
            new ExtensionPoint<>("diagnostic", "diagnostics", Diagnostic.class, Plugin::diagnostics);
    /** Reports. */
    public static final ExtensionPoint<Report> REPORT =
            new ExtensionPoint<>("report", "reports", Report.class, Plugin::reports);

    /** Every kind, in the order of the manifest. */
    public static final List<ExtensionPoint<?>> ALL =
            List.of(OPERATOR, PARAMETERIZATION, NOISE, PRIOR, SAMPLER, DATASET, DIAGNOSTIC, REPORT);
}
