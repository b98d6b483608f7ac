package org.rote.operators.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.cuda.device.Cards;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.waves.Emulation;
import org.rote.operators.cuda.waves.Small;
import org.rote.operators.propagation.Boundary.Top;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.LinearOperator;
import org.rote.spi.Linearization;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

/** Where the operators step their waves, and what is said where a card cannot be used. */
final class PlacementTest {

    private static final Small SMALL = new Small(List.of(17, 13), 4, Top.ABSORBING, 2, Small.PLENTY);

    private static final CardKeys STRICT = new CardKeys(0, Fallback.NONE);

    /** A machine whose first card cannot be used for a reason, and perhaps the second one can. */
    private record Machine(Optional<String> reason, boolean hasSecond) implements Cards {

        Machine(Optional<String> reason) {
            this(reason, false);
        }

        @Override
        public Optional<String> unavailable() {
            return hasSecond ? Optional.empty() : reason;
        }

        @Override
        public Optional<String> unavailable(int number) {
            return switch (number) {
                case 0 -> reason;
                case 1 -> hasSecond ? Optional.empty() : Optional.of("there is no card 1");
                default -> Optional.of("there is no card " + number);
            };
        }

        @Override
        public Device open(int number) {
            assertThat(unavailable(number)).isEmpty();
            return Emulation.device();
        }
    }

    private static final Machine WITH_A_CARD = new Machine(Optional.empty());
    private static final Machine WITHOUT = new Machine(Optional.of("there is no NVIDIA driver"));

    private static AcousticCudaConfig acoustic(CardKeys card) {
        return new AcousticCudaConfig(WaveSpeed.SQUARED_SLOWNESS, SMALL.keys(), card);
    }

    private static double[] data(ForwardOperator operator) {
        double[] data = new double[operator.range().size()];
        operator.forward(SMALL.model(1), data);
        return data;
    }

    @Test
    void canBeUsedWhereThereIsACard() {
        AcousticCudaFactory factory = new AcousticCudaFactory(WITH_A_CARD);
        assertThat(factory.unavailable()).isEmpty();
        assertThat(factory.unavailable(acoustic(STRICT))).isEmpty();
    }

    @Test
    void offersTheTwinWhereThereIsNone() {
        assertThat(new AcousticCudaFactory(WITHOUT).unavailable())
                .contains(
                        "there is no NVIDIA driver; \"acoustic\" has the same keys and computes the same on the processor,"
                                + " as does \"fallback: cpu\"");
        assertThat(new BornCudaFactory(WITHOUT).unavailable())
                .get()
                .asString()
                .contains("; \"born\" has the same keys");
        assertThat(new AcousticCudaFactory(WITHOUT).unavailable(acoustic(STRICT)))
                .isPresent();
    }

    @Test
    void refusesACardThatThereIsNot() {
        CardKeys second = new CardKeys(1, Fallback.NONE);
        AcousticCudaFactory factory = new AcousticCudaFactory(WITH_A_CARD);
        assertThat(factory.unavailable(acoustic(second))).get().asString().startsWith("there is no card 1; ");
        assertThatThrownBy(() -> factory.create(acoustic(second), TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("device: cannot be used: there is no card 1 (use type: acoustic, or add fallback: cpu)");
    }

    @Test
    void isOfferedWhereAnyCardIsGoodAndJudgedByTheOneThatIsNamed() {
        AcousticCudaFactory factory = new AcousticCudaFactory(new Machine(Optional.of("card 0 is too old"), true));
        assertThat(factory.unavailable()).isEmpty();
        assertThat(factory.unavailable(acoustic(STRICT))).get().asString().startsWith("card 0 is too old; ");
        assertThat(factory.unavailable(acoustic(new CardKeys(1, Fallback.NONE))))
                .isEmpty();
    }

    @Test
    void refusesANegativeNumber() {
        assertThatThrownBy(() -> new CardKeys(-1, Fallback.CPU))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("device: must be at least 0, got -1");
    }

    @Test
    void fallsBackOnTheCoresWithAWarning() {
        AcousticCudaFactory factory = new AcousticCudaFactory(WITHOUT);
        AcousticCudaConfig config = acoustic(new CardKeys(0, Fallback.CPU));
        TestContext context = TestContext.forOperator();
        assertThat(factory.unavailable(config)).isEmpty();
        try (Propagator cores = SMALL.onCores(TestContext.forOperator())) {
            assertThat(data(factory.create(config, context))).containsExactly(data(cores));
        }
        assertThat(context.warnings())
                .contains(
                        "waves are stepped on the processor, as fallback: cpu allows, because there is no NVIDIA driver");
    }

    @Test
    void takesTheCardWithoutAWarningWhereThereIsOneAndAFallback() throws Exception {
        Emulation.require();
        AcousticCudaFactory factory = new AcousticCudaFactory(WITH_A_CARD);
        AcousticCudaConfig config =
                new AcousticCudaConfig(WaveSpeed.VELOCITY, SMALL.keys(), new CardKeys(0, Fallback.CPU));
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = factory.create(config, context);
        double[] velocity = SMALL.model(1);
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] = 1 / Math.sqrt(velocity[i]);
        }
        try (Linearization at = operator.linearize(velocity)) {
            at.vjp(at.value(), new double[velocity.length]);
        }
        // Also where its models are velocities, what it holds is given back.
        assertThat(operator).isInstanceOf(AutoCloseable.class);
        ((AutoCloseable) operator).close();
        assertThat(context.warnings()).noneMatch(warning -> warning.contains("processor"));
        assertThat(context.notes()).anySatisfy(note -> assertThat(note).startsWith("on the card, "));
    }

    @Test
    void stepsOnTheCardThatIsNamed() throws Exception {
        Emulation.require();
        AcousticCudaFactory factory = new AcousticCudaFactory(new Machine(Optional.of("card 0 is too old"), true));
        ForwardOperator operator = factory.create(acoustic(new CardKeys(1, Fallback.NONE)), TestContext.forOperator());
        assertThat(data(operator)).isNotEmpty();
        ((AutoCloseable) operator).close();
    }

    @Test
    void bornIsTheDerivativeOnTheCard() throws Exception {
        Emulation.require();
        double[] background = SMALL.model(1);
        double[] change = SMALL.model(2);
        double[] expected = new double[data(SMALL.onCores(TestContext.forOperator())).length];
        double[] data = new double[expected.length];
        try (Propagator card = SMALL.onCard(Emulation::device, TestContext.forOperator())) {
            BornCudaConfig config = new BornCudaConfig(
                    new FixedPart<>("inline", new InMemoryDataset(card.domain(), background)), SMALL.keys(), STRICT);
            ForwardOperator born = new BornCudaFactory(WITH_A_CARD).create(config, TestContext.forOperator());
            ((LinearOperator) born).apply(change, data);
            ((AutoCloseable) born).close();
            try (Linearization at = card.linearize(background)) {
                at.jvp(change, expected);
            }
        }
        assertThat(data).containsExactly(expected);
    }
}
