package org.rote.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.rote.spi.AffineMapping;
import org.rote.spi.LinearOperator;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;

/**
 * What every {@link Mapping} must do: operators, parameterizations, compositions. A test of one says how it is built:
 *
 * <pre>{@code
 * class CubicContractTest extends MappingContract {
 *     protected Mapping mapping() { return new Cubic(0.3); }
 * }
 * }</pre>
 *
 * <p>Checked: lengths; inputs untouched; outputs overwritten whole (they come filled with NaN); the same bits each time, also when two threads work at once and
 * when several linearizations are open; the value of a linearization is F; jvp is linear; the dot test |⟨J dx, dy⟩ − ⟨dx, Jᵀ dy⟩| ≤ {@link #tolerance} ‖J dx‖‖dy‖ with
 * independent random dx and dy; the Taylor remainders ‖F(x + h dx) − F(x)‖ and ‖F(x + h dx) − F(x) − h J dx‖ shrink like h and h²; closing twice. For an {@link
 * AffineMapping} the second remainder must vanish, and apply and applyAdjoint must be the derivative and its transpose.
 *
 * <p>Cost: some 50 evaluations of F and as many of its derivative, so give an operator of a small size.
 */
public abstract class MappingContract extends SeededContract<Mapping> {

    /** {@link #tolerance} in double precision: rounding of sums of some thousand terms, 1e-14 of their norms, with a margin of a hundred. */
    public static final double DOUBLE = 1e-12;

    /** {@link #tolerance} in single precision: the same sums round at 1e-7. */
    public static final double FLOAT = 1e-5;

    private static final int PAIRS = 3;
    private static final int ROUNDS = 8;

    /** For subclasses. */
    protected MappingContract() {}

    /**
     * Builds the mapping under test. Called once for each test; what is {@link AutoCloseable} is closed after it.
     *
     * @return the mapping
     */
    protected abstract Mapping mapping();

    @Override
    final Mapping build() {
        return mapping();
    }

    /**
     * How much of the norms the derivative, its transpose and F may be off.
     *
     * @return {@link #DOUBLE}, or {@link #FLOAT} where the computation is in single precision
     */
    protected double tolerance() {
        return DOUBLE;
    }

    /**
     * A point around which F is smooth. Override it where standard normal numbers make no sense, for example for velocities.
     *
     * @param random the source of randomness
     * @param size numbers in a point of the domain
     * @return the point
     */
    protected double[] point(RandomGenerator random, int size) {
        return Vectors.normal(random, size);
    }

    /**
     * The largest step of the Taylor test, relative to the point: the direction has the length of the point. Later steps are halves of it.
     *
     * @return 0.1, or less where F is smooth only near the point, or more where it is nearly affine
     */
    protected double taylorStep() {
        return 0.1;
    }

    @Test
    void statesItsSpacesTheSameEachTime() {
        Mapping mapping = subject();
        compare.holds(mapping.domain().equals(mapping.domain()), "domain() changes from call to call");
        compare.holds(mapping.range().equals(mapping.range()), "range() changes from call to call");
    }

    @Test
    void overwritesOutputsWhole() {
        double[] x = point("x");
        compare.finite("forward", forward(x));
        try (Linearization linearization = subject().linearize(x)) {
            compare.length("value()", rangeSize(), linearization.value());
            compare.finite("value()", linearization.value());
            compare.finite("jvp", jvp(linearization, inDomain("dx")));
            compare.finite("vjp", vjp(linearization, inRange("dy")));
        }
    }

    @Test
    void leavesInputsAlone() {
        double[] x = point("x");
        double[] dx = inDomain("dx");
        double[] dy = inRange("dy");
        double[] xBefore = x.clone();
        double[] dxBefore = dx.clone();
        double[] dyBefore = dy.clone();
        forward(x);
        compare.sameBits("forward changed its input x", xBefore, x);
        try (Linearization linearization = subject().linearize(x)) {
            compare.sameBits("linearize changed its input x", xBefore, x);
            jvp(linearization, dx);
            compare.sameBits("jvp changed its input dx", dxBefore, dx);
            vjp(linearization, dy);
            compare.sameBits("vjp changed its input dy", dyBefore, dy);
            compare.sameBits("jvp or vjp changed the point x", xBefore, x);
        }
    }

    @Test
    void givesTheSameBitsEachTime() {
        double[] x = point("x");
        compare.sameBits("forward, a second time", forward(x), forward(x));
        double[] dx = inDomain("dx");
        double[] dy = inRange("dy");
        try (Linearization linearization = subject().linearize(x)) {
            double[] value = linearization.value().clone();
            double[] j = jvp(linearization, dx);
            double[] jt = vjp(linearization, dy);
            compare.sameBits("jvp, a second time", j, jvp(linearization, dx));
            compare.sameBits("vjp, a second time", jt, vjp(linearization, dy));
            compare.sameBits("value() after jvp and vjp", value, linearization.value());
        }
    }

    @Test
    void linearizationKeepsItsOwnCopyOfThePoint() {
        double[] x = point("x");
        double[] dx = inDomain("dx");
        double[] dy = inRange("dy");
        double[] reused = x.clone();
        double[] expected = everything(x, dx, dy);
        try (Linearization linearization = subject().linearize(reused)) {
            System.arraycopy(point("another x"), 0, reused, 0, reused.length);
            compare.sameBits(
                    "the linearization, after the caller reused the array of the point",
                    expected,
                    concatenate(forward(x), linearization, dx, dy));
        }
    }

    @Test
    void openLinearizationsDoNotDisturbEachOther() {
        double[] x = point("x");
        double[] dx = inDomain("dx");
        double[] dy = inRange("dy");
        double[] expected = everything(x, dx, dy);
        try (Linearization first = subject().linearize(x);
                Linearization second = subject().linearize(point("another x"))) {
            jvp(second, dx);
            vjp(second, dy);
            forward(point("a third x"));
            compare.sameBits(
                    "a linearization, after another was made and used",
                    expected,
                    concatenate(forward(x), first, dx, dy));
        }
    }

    @Test
    void givesTheSameBitsWhenTwoThreadsWorkAtOnce() {
        double[] x = point("x");
        double[] z = point("another x");
        double[] dx = inDomain("dx");
        double[] dy = inRange("dy");
        double[] atX = everything(x, dx, dy);
        double[] atZ = everything(z, dx, dy);
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> results = Together.run(() -> everything(x, dx, dy), () -> everything(z, dx, dy));
            compare.sameBits("two threads at once, first", atX, results.get(0));
            compare.sameBits("two threads at once, second", atZ, results.get(1));
        }
    }

    @Test
    void valueOfTheLinearizationIsForward() {
        double[] x = point("x");
        double[] y = forward(x);
        try (Linearization linearization = subject().linearize(x)) {
            compare.close("value() and forward", y, linearization.value(), tolerance(), Vectors.norm(y));
        }
    }

    @Test
    void derivativeIsLinear() {
        double[] u = inDomain("u");
        double[] v = inDomain("v");
        double a = 1.7;
        double b = -0.6;
        try (Linearization linearization = subject().linearize(point("x"))) {
            double[] ju = jvp(linearization, u);
            double[] jv = jvp(linearization, v);
            double scale = a * Vectors.norm(ju) - b * Vectors.norm(jv);
            compare.close(
                    "jvp is not linear: J(a u + b v) and a J u + b J v",
                    Vectors.plus(Vectors.times(a, ju), b, jv),
                    jvp(linearization, Vectors.plus(Vectors.times(a, u), b, v)),
                    tolerance(),
                    scale);
        }
    }

    @Test
    void vjpIsTheTransposeOfJvp() {
        RandomGenerator random = random("dot test");
        try (Linearization linearization = subject().linearize(point("x"))) {
            for (int pair = 0; pair < PAIRS; pair++) {
                double[] dx = Vectors.normal(random, domainSize());
                double[] dy = Vectors.normal(random, rangeSize());
                double[] jdx = jvp(linearization, dx);
                compare.close(
                        "dot test, ⟨J dx, dy⟩ and ⟨dx, Jᵀ dy⟩, relative to ‖J dx‖‖dy‖",
                        Vectors.dot(jdx, dy),
                        Vectors.dot(dx, vjp(linearization, dy)),
                        tolerance() * Vectors.norm(jdx) * Vectors.norm(dy));
            }
        }
    }

    @Test
    void taylorRemaindersShrinkLikeTheStepAndItsSquare() {
        double[] x = point("x");
        double[] direction = inDomain("direction");
        double[] dx = Vectors.times(Vectors.norm(x) / Vectors.norm(direction), direction);
        new TaylorTest(subject(), x, dx, taylorStep(), tolerance(), compare).verify(subject() instanceof AffineMapping);
    }

    @Test
    void linearizationClosesTwice() {
        Linearization linearization = subject().linearize(point("x"));
        linearization.close();
        linearization.close();
    }

    @Test
    void applyOfAnAffineMappingIsTheDifferenceFromForwardOfZero() {
        AffineMapping mapping = affine();
        double[] x = point("x");
        double[] zero = forward(new double[domainSize()]);
        double[] y = forward(x);
        double[] applied = Vectors.poisoned(rangeSize());
        mapping.apply(x, applied);
        double scale = Vectors.norm(y) + Vectors.norm(zero);
        compare.close("apply(x) and forward(x) − forward(0)", Vectors.minus(y, zero), applied, tolerance(), scale);
        if (mapping instanceof LinearOperator) {
            compare.sameBits(
                    "forward(0) of a LinearOperator, up to the sign of zero",
                    new double[rangeSize()],
                    Vectors.plus(new double[rangeSize()], 1, zero));
        }
    }

    @Test
    void applyAndApplyAdjointOfAnAffineMappingAreItsDerivative() {
        AffineMapping mapping = affine();
        double[] dx = inDomain("dx");
        double[] dy = inRange("dy");
        double[] applied = Vectors.poisoned(rangeSize());
        double[] adjoint = Vectors.poisoned(domainSize());
        mapping.apply(dx, applied);
        mapping.applyAdjoint(dy, adjoint);
        compare.sameBits("apply changed its input dx", inDomain("dx"), dx);
        compare.sameBits("applyAdjoint changed its input dy", inRange("dy"), dy);
        try (Linearization linearization = mapping.linearize(point("x"))) {
            compare.close("apply and jvp", jvp(linearization, dx), applied, tolerance(), Vectors.norm(applied));
            compare.close("applyAdjoint and vjp", vjp(linearization, dy), adjoint, tolerance(), Vectors.norm(adjoint));
        }
    }

    private AffineMapping affine() {
        Assumptions.assumeTrue(subject() instanceof AffineMapping, "only for an AffineMapping");
        return (AffineMapping) subject();
    }

    private int domainSize() {
        return subject().domain().size();
    }

    private int rangeSize() {
        return subject().range().size();
    }

    private double[] point(String purpose) {
        double[] point = point(random(purpose), domainSize());
        compare.length("point() of the test", domainSize(), point);
        return point;
    }

    private double[] inDomain(String purpose) {
        return Vectors.normal(random(purpose), domainSize());
    }

    private double[] inRange(String purpose) {
        return Vectors.normal(random(purpose), rangeSize());
    }

    private double[] forward(double[] x) {
        double[] out = Vectors.poisoned(rangeSize());
        subject().forward(x, out);
        return out;
    }

    private double[] jvp(Linearization linearization, double[] dx) {
        double[] out = Vectors.poisoned(rangeSize());
        linearization.jvp(dx, out);
        return out;
    }

    private double[] vjp(Linearization linearization, double[] dy) {
        double[] out = Vectors.poisoned(domainSize());
        linearization.vjp(dy, out);
        return out;
    }

    private double[] everything(double[] x, double[] dx, double[] dy) {
        try (Linearization linearization = subject().linearize(x)) {
            return concatenate(forward(x), linearization, dx, dy);
        }
    }

    private double[] concatenate(double[] forward, Linearization linearization, double[] dx, double[] dy) {
        return Stream.of(forward, linearization.value(), jvp(linearization, dx), vjp(linearization, dy))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
