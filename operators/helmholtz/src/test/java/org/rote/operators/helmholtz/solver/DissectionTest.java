package org.rote.operators.helmholtz.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DissectionTest {

    @ParameterizedTest
    @CsvSource({"1,1", "1,200", "2,3", "17,5", "40,33", "130,260"})
    void everyNodeIsAPivotOnce(int nx, int nz) {
        Dissection dissection = new Dissection(nx, nz);
        int[] pivots = dissection.fronts().stream()
                .flatMapToInt(front -> IntStream.range(front.firstPivot, front.firstPivot + front.pivots))
                .toArray();
        assertThat(pivots).containsExactly(IntStream.range(0, nx * nz).toArray());
        for (int node = 0; node < nx * nz; node++) {
            assertThat(dissection.nodeOf(dissection.numberOf(node))).isEqualTo(node);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,200", "2,3", "17,5", "40,33"})
    void boundariesAreWhatEliminationFillsIn(int nx, int nz) {
        Dissection dissection = new Dissection(nx, nz);
        for (Front front : dissection.fronts()) {
            NavigableSet<Integer> filled = new TreeSet<>();
            for (int p = front.firstPivot; p < front.firstPivot + front.pivots; p++) {
                addNeighbours(dissection, dissection.nodeOf(p), filled);
            }
            for (Front child : front.children) {
                Arrays.stream(child.boundary).forEach(filled::add);
            }
            int end = front.firstPivot + front.pivots;
            assertThat(front.boundary)
                    .isSorted()
                    .containsExactly(filled.tailSet(end, true).stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    private static void addNeighbours(Dissection dissection, int node, NavigableSet<Integer> numbers) {
        int nz = dissection.nz();
        for (int i = Math.max(0, node / nz - 1); i < Math.min(dissection.nx(), node / nz + 2); i++) {
            for (int k = Math.max(0, node % nz - 1); k < Math.min(nz, node % nz + 2); k++) {
                numbers.add(dissection.numberOf(i * nz + k));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "40,33", "300,290"})
    void everyFrontIsInOneTaskOrLevelAfterItsChildren(int nx, int nz) {
        Dissection dissection = new Dissection(nx, nz);
        boolean[] done = new boolean[dissection.fronts().size()];
        for (var part : dissection.tasks()) {
            boolean[] here = new boolean[done.length];
            part.forEach(front -> visit(front, here));
            part.forEach(front -> visit(front, done));
        }
        for (var level : dissection.levels()) {
            level.forEach(front -> visit(front, done));
        }
        assertThat(done).doesNotContain(false);
        assertThat(dissection.tasks()).hasSize(nx < 300 ? 1 : 16);
    }

    private static void visit(Front front, boolean[] done) {
        assertThat(done[front.number]).isFalse();
        assertThat(front.children).allMatch(child -> done[child.number]);
        done[front.number] = true;
    }

    @Test
    void saysWhatAFactorisationTakes() {
        Dissection dissection = new Dissection(1, 1);
        // One pivot: the inverse of a block of one row, padded to a tile of eight.
        assertThat(dissection.factorEntries()).isEqualTo(8);
        assertThat(dissection.bytes(Arithmetic.SINGLE)).isEqualTo(64);
        assertThat(dissection.bytes(Arithmetic.DOUBLE)).isEqualTo(128);
        assertThat(dissection.nodes()).isEqualTo(1);
    }

    @Test
    void refusesEmptyGrids() {
        assertThatThrownBy(() -> new Dissection(0, 5))
                .hasMessage("a grid must have at least one node each way, got nx=0, nz=5");
    }
}
