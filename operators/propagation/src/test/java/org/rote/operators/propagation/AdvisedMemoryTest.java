package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;
import org.rote.spi.NumericsException;
import org.rote.testkit.TestContext;

/** The memory that a refusal asks for is enough, also where most of it is data: arrays of steps are larger where more is allowed. */
final class AdvisedMemoryTest {

    private static final Map<String, Double> UNITS = Map.of("kB", 1e3, "MB", 1e6, "GB", 1e9);

    private static Survey survey(int receivers, double memory) {
        List<Position> line = IntStream.range(0, receivers)
                .mapToObj(r -> new Position(10 * (1 + r % 28), 0, 20))
                .toList();
        return Survey.of(List.of(30, 34), 10, 12, 0.24, new Shot(new Position(31, 0, 20), line))
                .withCells(6)
                .withMemory(memory);
    }

    @ParameterizedTest
    @CsvSource({"2, 1e4", "300, 1e4", "2000, 1e5", "8000, 1e6"})
    void isEnough(int receivers, double memory) {
        double[] model = survey(receivers, memory).homogeneous(2000);
        Throwable refusal = catchThrowable(() ->
                survey(receivers, memory).propagator(TestContext.forOperator()).linearize(model));
        assertThat(refusal).isInstanceOf(NumericsException.class);
        Matcher advice = Pattern.compile(" take ([0-9.]+) ([kMG]B)\n").matcher(refusal.getMessage());
        assertThat(advice.find()).as(refusal.getMessage()).isTrue();
        double advised = Double.parseDouble(advice.group(1)) * UNITS.get(advice.group(2));
        assertThat(catchThrowable(() -> survey(receivers, advised)
                        .propagator(TestContext.forOperator())
                        .linearize(model)
                        .close()))
                .as("with %s bytes", advised)
                .isNull();
    }
}
