package org.rote.engine.solo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.engine.manifest.Section;
import org.rote.engine.manifest.Study;
import org.rote.engine.wiring.ArrayInput;
import org.rote.engine.wiring.NonFinite;
import org.rote.engine.wiring.OperatorParts;
import org.rote.engine.wiring.Remarks;
import org.rote.engine.wiring.Resources;
import org.rote.numerics.Vectors;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/**
 * Uses the operator of a manifest without prior and sampler, so that anyone can hold it against another code. Arrays come from NumPy files and go to them, in the
 * shape and the element type of the operator's spaces and in SI units.
 */
public final class SoloOperator implements AutoCloseable {

    private final OperatorParts parts;
    private final Resources resources;
    private final Section<ForwardOperator> section;
    private final ForwardOperator operator;
    private final SeededStreams streams;

    private SoloOperator(OperatorParts parts, Resources resources, long seed) {
        this.parts = parts;
        this.resources = resources;
        this.section = parts.map().section();
        this.operator = parts.map().operator();
        this.streams = new SeededStreams(seed, "verify");
    }

    /**
     * Creates the operator.
     *
     * @param study a bound study; needs no more than an operator
     * @param name which of its operators; may be left out where it has one
     * @param executor lent to the operator
     * @param show takes what parts tell the user, with its kind in front of it
     * @return the operator, to be closed
     * @throws InvalidInputException when the name does not decide which
     * @throws org.rote.engine.manifest.ManifestException when the operator cannot be made
     * @throws org.rote.engine.plugins.PluginException when its plugin fails
     */
    public static SoloOperator open(Study study, Optional<String> name, RunExecutor executor, Consumer<String> show) {
        Remarks remarks = new Remarks(show);
        Resources resources = new Resources(remarks.warnings().of("closing"));
        try {
            OperatorParts parts = new OperatorParts(study, name, executor, remarks, resources);
            return new SoloOperator(parts, resources, study.seed());
        } catch (RuntimeException | Error failure) {
            resources.close();
            throw failure;
        }
    }

    /**
     * Computes data: d = F(m).
     *
     * @param model a NumPy file of the operator's domain
     * @param out the file to write, of the operator's range: SEG-Y where its name ends in {@code .segy} or {@code .sgy}, else NumPy
     * @return the data space
     * @throws InvalidInputException when a file cannot be read or written, or does not fit
     * @throws NumericsException when a datum is not finite
     */
    public Space simulate(Path model, Path out) {
        double[] m = ArrayInput.read("--model", model, operator.domain());
        double[] data = parts.map().forward(m);
        if (GatherFile.isNamedSo(out)) {
            new GatherFile(operator).write(out, data);
        } else {
            write(out, operator.range(), data);
        }
        return operator.range();
    }

    /**
     * Computes the gradient of the data misfit with respect to the model: ∇ ½ (F(m) − d)ᵀ Γ⁻¹ (F(m) − d) = Jᵀ Γ⁻¹ (F(m) − d) under the manifest's Gaussian noise, with Γ =
     * I where the manifest has no noise, and ∇ (−log p(d | F(m))) under noise of another kind.
     *
     * @param model a NumPy file of the operator's domain
     * @param data a NumPy file of the operator's range
     * @param out the file to write, of the operator's domain
     * @return the misfit
     * @throws InvalidInputException when a file cannot be read or written, or does not fit
     * @throws NumericsException when the gradient is not finite
     */
    public double gradient(Path model, Path data, Path out) {
        double[] m = ArrayInput.read("--model", model, operator.domain());
        double[] d = ArrayInput.read("--data", data, operator.range());
        Misfit misfit = Misfit.of(d, parts.noise(d));
        double[] gradient = new double[m.length];
        double value = section.call("linearize", () -> misfit.gradient(operator, m, gradient));
        NonFinite.refuse(gradient, operator.domain(), "the gradient");
        write(out, operator.domain(), gradient);
        return value;
    }

    /**
     * Checks the derivative of the operator against itself, at its own size: the dot test, the slopes of the Taylor remainders, the gradient of a misfit against
     * finite differences, and that inputs are left alone. Around the given model; else around the truth of the manifest's observation; else around a draw of its
     * prior; else around standard normal numbers.
     *
     * <p>Cost: about 60 evaluations of F and ten of its derivative.
     *
     * @param model a NumPy file of the operator's domain, or empty
     * @return what came out
     * @throws InvalidInputException when the model cannot be read or does not fit
     * @throws NumericsException when the operator cannot be evaluated at the model
     */
    public Verification verify(Optional<Path> model) {
        Around around = around(model);
        try {
            DerivativeChecks checks = new DerivativeChecks(operator, around.model(), streams);
            return new Verification(around.words(), section.call("verify", checks::run));
        } catch (NumericsException e) {
            throw model.isPresent() || e instanceof ResourceException
                    ? e
                    : new NumericsException(
                            e.getMessage() + "\n  at   " + around.words()
                                    + "\n  fix  name a model that makes sense with --model",
                            e);
        }
    }

    private record Around(double[] model, String words) {}

    private Around around(Optional<Path> file) {
        return file.map(path -> new Around(ArrayInput.read("--model", path, operator.domain()), path.toString()))
                .or(() -> parts.truth().map(truth -> new Around(truth, "the truth of the observation")))
                .or(() -> parts.priorDraw(streams).map(draw -> new Around(draw, "a draw of the prior")))
                .orElseGet(() -> new Around(
                        Vectors.normal(
                                streams.random("model", 0), operator.domain().size()),
                        "standard normal numbers"));
    }

    private static void write(Path out, Space space, double[] values) {
        try {
            long[] shape = space.axes().stream().mapToLong(axis -> axis.count()).toArray();
            ElementType type = ElementType.valueOf(space.element().name());
            Npy.write(out, new NpyArray(Shape.of(shape), values, type));
        } catch (ArrayFileException e) {
            throw unwritable(e);
        }
    }

    static InvalidInputException unwritable(ArrayFileException e) {
        InvalidInputException failure = new InvalidInputException("--out", e.path() + ": " + e.problem(), e.fix());
        failure.initCause(e);
        return failure;
    }

    /** Releases what the operator holds. */
    @Override
    public void close() {
        resources.close();
    }
}
