package org.rote.arrays.segy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rote.arrays.ArrayFileException;

/**
 * Which trace of a file is which receiver of which shot: the traces in the order of two fields of their headers, whatever their order in the file. Shots are numbered from 0 by ascending value of
 * one field, the receivers of a shot by ascending value of the other. Immutable; 8 bytes a trace.
 */
public final class Gathers {

    private static final int NAMED = 3;

    private final TraceHeaders headers;
    private final TraceField shot;
    private final TraceField receiver;
    private final int[][] traces;

    private Gathers(TraceHeaders headers, TraceField shot, TraceField receiver, int[][] traces) {
        this.headers = headers;
        this.shot = shot;
        this.receiver = receiver;
        this.traces = traces;
    }

    /**
     * Sorts the traces of a file. Costs O(n log n).
     *
     * @param headers its trace headers, with both fields
     * @param shot the field that tells shots apart
     * @param receiver the field that tells the traces of a shot apart
     * @return the gathers
     * @throws ArrayFileException if two traces of a shot have the same receiver
     */
    public static Gathers of(TraceHeaders headers, TraceField shot, TraceField receiver) throws ArrayFileException {
        int[] sorted = IntStream.range(0, headers.traces())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(trace -> headers.get(shot, trace))
                        .thenComparingInt(trace -> headers.get(receiver, trace)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> gathers = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= sorted.length; i++) {
            boolean sameShot = i < sorted.length && headers.get(shot, sorted[i]) == headers.get(shot, sorted[i - 1]);
            if (sameShot && headers.get(receiver, sorted[i]) == headers.get(receiver, sorted[i - 1])) {
                throw twice(headers, shot, receiver, sorted[i - 1], sorted[i]);
            }
            if (!sameShot) {
                gathers.add(Arrays.copyOfRange(sorted, begin, i));
                begin = i;
            }
        }
        return new Gathers(headers, shot, receiver, gathers.toArray(int[][]::new));
    }

    private static ArrayFileException twice(
            TraceHeaders headers, TraceField shot, TraceField receiver, int one, int other) {
        return new ArrayFileException(
                headers.path(),
                "traces " + (one + 1) + " and " + (other + 1) + " of " + headers.traces() + " both have "
                        + shot.describe() + " " + headers.get(shot, one) + " and " + receiver.describe() + " "
                        + headers.get(receiver, one),
                "tell shots and receivers by other fields of the trace headers, or remove one of the traces");
    }

    /**
     * How many shots there are.
     *
     * @return at least 0
     */
    public int shots() {
        return traces.length;
    }

    /**
     * How many receivers a shot has.
     *
     * @param index number of the shot, from 0
     * @return at least 1
     */
    public int receivers(int index) {
        return traces[index].length;
    }

    /**
     * The trace of a receiver.
     *
     * @param index number of the shot, from 0
     * @param number number of the receiver, from 0
     * @return number of the trace in the file, from 0
     */
    public int trace(int index, int number) {
        return traces[index][number];
    }

    /**
     * What the file calls a shot.
     *
     * @param index number of the shot, from 0
     * @return the field and its value: {@code field-record 101}
     */
    public String name(int index) {
        return shot.name() + " " + headers.get(shot, traces[index][0]);
    }

    /**
     * Checks that a shot has as many receivers as wanted.
     *
     * @param index number of the shot, from 0
     * @param wanted how many receivers
     * @throws ArrayFileException if it has not; names those that other shots have and this one lacks
     */
    public void requireReceivers(int index, int wanted) throws ArrayFileException {
        int found = receivers(index);
        if (found == wanted) {
            return;
        }
        SortedSet<Integer> missing = new TreeSet<>();
        for (int[] gather : traces) {
            Arrays.stream(gather).forEach(trace -> missing.add(headers.get(receiver, trace)));
        }
        Arrays.stream(traces[index]).forEach(trace -> missing.remove(headers.get(receiver, trace)));
        boolean isComplete = missing.size() + found == wanted;
        throw new ArrayFileException(
                headers.path(),
                name(index) + " has " + found + " traces, needed are " + wanted
                        + (isComplete ? "; it lacks " + receiver.name() + " " + some(missing) : ""),
                "add the missing traces, leave the shot out, or tell shots and receivers by other fields of the trace headers");
    }

    private static String some(SortedSet<Integer> values) {
        String named = values.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return values.size() > NAMED ? named + " and " + (values.size() - NAMED) + " more" : named;
    }
}
