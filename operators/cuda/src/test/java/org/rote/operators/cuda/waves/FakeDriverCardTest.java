package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.cuda.device.CudaCards;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.FakeDriver;
import org.rote.operators.propagation.Boundary.Top;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.testkit.TestContext;

/** All of it, JCuda included, but for driver and card. */
@Tag("fake-driver")
final class FakeDriverCardTest extends CardContract {

    private static final int OUT_OF_MEMORY = 2;
    private static final int LAUNCH_OUT_OF_RESOURCES = 701;

    private static final Small SMALL = new Small(List.of(17, 13), 4, Top.ABSORBING, 2, Small.PLENTY);

    @BeforeAll
    static void load() {
        FakeDriver.require();
        FakeDriver.becomeGood();
    }

    @AfterAll
    static void everythingIsGivenBack() {
        assertThat(FakeDriver.held()).isZero();
    }

    @Override
    Device open() {
        return new CudaCards().open(0);
    }

    /** A driver needs memory for more than what is asked for by name. */
    @Test
    void tellsThatALaunchFoundNoMemory() {
        try (Propagator propagator = SMALL.onCard(this::open, TestContext.forOperator());
                Linearization at = propagator.linearize(SMALL.model(1))) {
            FakeDriver.fail("cuLaunchKernel", 20, OUT_OF_MEMORY);
            assertThatThrownBy(() -> at.vjp(at.value(), SMALL.model(2)))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageStartingWith("the card is out of memory: ")
                    .hasMessageContaining(" asked for more when 1.0 GB were free, of 1.0 GB before this began besides ")
                    .hasMessageContaining("fix  batches of 2 shots fit: set memory to at most 950 MB, or close other");
        }
    }

    @Test
    void tellsThatTheCardFailsAndWorksOnWhereItCan() {
        double[] model = SMALL.model(1);
        try (Propagator propagator = SMALL.onCard(this::open, TestContext.forOperator())) {
            double[] data = new double[propagator.range().size()];
            propagator.forward(model, data);
            double[] before = data.clone();
            FakeDriver.fail("cuStreamSynchronize", 0, LAUNCH_OUT_OF_RESOURCES);
            assertThatThrownBy(() -> propagator.forward(model, data))
                    .isInstanceOf(ResourceException.class)
                    .hasMessage(told("CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES"));
            propagator.forward(model, data);
            assertThat(data).containsExactly(before);
        }
    }

    /** Until all operators on the card gave its context back, every call says it again, those that give back too. */
    @ParameterizedTest
    @CsvSource({"700, CUDA_ERROR_ILLEGAL_ADDRESS", "719, CUDA_ERROR_LAUNCH_FAILED"})
    void tellsFirstWhatBrokeTheCardAndWorksAgainOnceAllIsClosed(int result, String words) {
        double[] model = SMALL.model(1);
        Propagator propagator = SMALL.onCard(this::open, TestContext.forOperator());
        Propagator other = SMALL.onCard(this::open, TestContext.forOperator());
        double[] data = new double[propagator.range().size()];
        other.forward(model, data);
        double[] before = data.clone();
        Linearization at = propagator.linearize(model);
        FakeDriver.fail("cuStreamSynchronize", 0, result);
        assertThatThrownBy(() -> at.jvp(model, data))
                .isInstanceOf(ResourceException.class)
                .hasMessage(told(words))
                .satisfies(failure ->
                        assertThat(failure.getCause().getSuppressed()).isNotEmpty());
        List<ThrowingCallable> all =
                List.of(() -> at.vjp(data, model), () -> other.forward(model, data), at::close, propagator::close);
        assertThat(all)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isInstanceOf(ResourceException.class)
                        .hasMessageStartingWith("the card failed: cuCtxSetCurrent failed: " + words));
        assertThatThrownBy(() -> propagator.linearize(model)).hasMessageContaining(words);
        assertThatThrownBy(other::close).hasMessageContaining(words);
        assertThat(FakeDriver.held()).isZero();
        propagator.forward(model, data);
        assertThat(data).containsExactly(before);
        propagator.close();
    }

    private static String told(String words) {
        return "the card failed: cuStreamSynchronize failed: " + words
                + ", as the stand-in was told\n  fix  see what nvidia-smi says of the card,"
                + " or take the type without \"-cuda\", which computes the same on the processor";
    }
}
