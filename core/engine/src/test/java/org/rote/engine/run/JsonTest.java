package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Value;

class JsonTest {

    @Test
    void nestsArraysDownToTheLastAxis() {
        Value matrix = new Value(new int[] {2, 3}, new double[] {1, 2, 3, 4, 5, 6});
        assertThat(Json.read(Json.write(matrix))).isEqualTo(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)));
        assertThat(Json.write(Value.of(0.5)).strip()).isEqualTo("0.5");
        assertThat(Json.read(Json.write(new Value(new int[] {2, 0}, new double[0]))))
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void writesNumbersThatAreNotFiniteAsStrings() {
        Value value = Value.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0});
        assertThat(Json.write(value).strip()).isEqualTo("[ \"NaN\", \"Infinity\", \"-Infinity\", -0.0 ]");
    }

    @Test
    void readsBackWhatItWrote() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("text", "say \"µ\"\n");
        tree.put("long", Long.MAX_VALUE);
        tree.put("double", 1e-300);
        tree.put("truth", true);
        tree.put("nothing", Optional.empty());
        tree.put("list", List.of("a", List.of(), Map.of()));
        assertThat(Json.read(Json.write(tree))).isEqualTo(tree);
    }
}
