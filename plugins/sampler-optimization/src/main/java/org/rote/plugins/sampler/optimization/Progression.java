package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.plugins.sampler.optimization.quasinewton.Memory;
import org.rote.plugins.sampler.optimization.quasinewton.Point;
import org.rote.spi.ChainState;

/**
 * Where an inversion is.
 *
 * @param stage number of the stage, from 0; as many as there are once all are done, one more once the estimate was handed out
 * @param stageIteration iterations done in this stage
 * @param iteration iterations done in all
 * @param point the model; its value and gradient belong to the stage and mean nothing before it has begun
 * @param memory what the stage has learnt; empty before it has begun
 * @param history what happened
 * @param endings how each stage ended that is over
 */
record Progression(
        int stage,
        int stageIteration,
        int iteration,
        Point point,
        Optional<Memory> memory,
        History history,
        List<Ending> endings) {

    static Progression begin(double[] start) {
        Point point = new Point(start, Double.NaN, new double[start.length]);
        return new Progression(0, 0, 0, point, Optional.empty(), new History(), List.of());
    }

    Progression with(Point next, Memory learnt) {
        return new Progression(stage, stageIteration, iteration, next, Optional.of(learnt), history, endings);
    }

    Progression with(Entry entry) {
        return new Progression(stage, stageIteration, iteration, point, memory, history.with(entry), endings);
    }

    Progression afterIteration() {
        return new Progression(stage, stageIteration + 1, iteration + 1, point, memory, history, endings);
    }

    Progression stopped(Stage ended, StopReason reason) {
        List<Ending> more = new ArrayList<>(endings);
        more.add(Ending.of(ended, reason));
        return new Progression(stage + 1, 0, iteration, point, Optional.empty(), history, List.copyOf(more));
    }

    Progression handedOut() {
        return new Progression(stage + 1, 0, iteration, point, Optional.empty(), history, endings);
    }

    ChainState state() {
        Map<String, double[]> arrays = new HashMap<>();
        arrays.put("position", new double[] {stage, stageIteration, iteration, point.value()});
        arrays.put("model", point.x());
        arrays.put("gradient", point.gradient());
        arrays.put("history", history.values());
        arrays.put("stages", Ending.values(endings));
        memory.ifPresent(learnt -> {
            arrays.put("memory", new double[] {learnt.capacity(), learnt.theta()});
            for (int k = 0; k < learnt.size(); k++) {
                arrays.put("step-" + k, learnt.steps().get(k));
                arrays.put("change-" + k, learnt.changes().get(k));
            }
        });
        return new ChainState(arrays);
    }

    static Progression of(ChainState state) {
        Map<String, double[]> arrays = state.arrays();
        double[] position = array(arrays, "position");
        Point point = new Point(
                array(arrays, "model").clone(),
                position[3],
                array(arrays, "gradient").clone());
        return new Progression(
                (int) position[0],
                (int) position[1],
                (int) position[2],
                point,
                memory(arrays),
                History.of(array(arrays, "history")),
                Ending.all(array(arrays, "stages")));
    }

    private static Optional<Memory> memory(Map<String, double[]> arrays) {
        double[] memory = arrays.get("memory");
        if (memory == null) {
            return Optional.empty();
        }
        List<double[]> steps = new ArrayList<>();
        List<double[]> changes = new ArrayList<>();
        for (int k = 0; arrays.containsKey("step-" + k); k++) {
            steps.add(array(arrays, "step-" + k).clone());
            changes.add(array(arrays, "change-" + k).clone());
        }
        return Optional.of(new Memory((int) memory[0], memory[1], steps, changes));
    }

    private static double[] array(Map<String, double[]> arrays, String name) {
        double[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("chain state has no array \"" + name
                    + "\", so it is not that of an inversion: arrays=" + arrays.keySet());
        }
        return values;
    }
}
