package org.rote.operators.propagation.memory;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What to keep of the steps of all shots within a budget, so that the reversal of all of them computes the fewest steps again.
 *
 * <p>If there is room, everything is kept. Otherwise a number of arrays is: those of the first shots, and of the next one its tail. Every other shot has slots for states, and every thread a buffer of some arrays for the segment that it
 * recomputes ({@link Schedule}). More slots make for shorter segments; all combinations of what is kept and of slots that can be best are tried.
 *
 * <p>Immutable. Cost: some thousand evaluations of a formula.
 */
public final class Plan {

    private final List<Packing> shots;
    private final Sizes sizes;
    private final int threads;
    private final Layout layout;
    private final List<Schedule> schedules;

    private Plan(List<Packing> shots, Sizes sizes, int threads, Layout layout) {
        this.shots = shots;
        this.sizes = sizes;
        this.threads = threads;
        this.layout = layout;
        this.schedules = IntStream.range(0, shots.size())
                .mapToObj(shot -> schedule(shots.get(shot), layout, kept(shot)))
                .toList();
    }

    /**
     * Chooses.
     *
     * @param shots steps of each in arrays of {@link Sizes#array} bytes
     * @param threads that go through shots at once, at least 1
     * @param sizes the budget, and what things take
     * @return the plan
     * @throws IllegalArgumentException when the budget is below {@link Sizes#least}
     */
    public static Plan of(List<Packing> shots, int threads, Sizes sizes) {
        int busy = Math.max(1, Math.min(threads, shots.size()));
        if (sizes.least(busy) > sizes.budget()) {
            throw new IllegalArgumentException("a budget of " + Sizes.words(sizes.budget()) + " is below the least of "
                    + Sizes.words(sizes.least(busy)));
        }
        return new Plan(List.copyOf(shots), sizes, busy, new Search(shots, busy, sizes).best());
    }

    /**
     * What is decided.
     *
     * @param kept arrays that stay from the sweep to the reversal, of all shots together
     * @param buffer arrays of a thread's buffer
     * @param slots for states of each shot of which not everything is kept
     */
    private record Layout(long kept, int buffer, int slots) {}

    private int kept(int shot) {
        long before = 0;
        for (int earlier = 0; earlier < shot; earlier++) {
            before += shots.get(earlier).arrays();
        }
        return (int) Math.max(0, Math.min(shots.get(shot).arrays(), layout.kept - before));
    }

    private static Schedule schedule(Packing shot, Layout layout, int kept) {
        int recomputed = shot.arrays() - kept;
        int segments = segments(recomputed, layout.buffer);
        int[] starts = IntStream.rangeClosed(0, segments)
                .map(k -> shot.start((int) ((long) recomputed * k / Math.max(1, segments))))
                .toArray();
        return new Schedule(starts, shot.steps(), layout.slots);
    }

    private static int segments(int arrays, int buffer) {
        return arrays == 0 ? 0 : (arrays + buffer - 1) / buffer;
    }

    /**
     * How to go through a shot.
     *
     * @param shot its number
     * @return its schedule; slots and segments may be fewer than for others
     */
    public Schedule schedule(int shot) {
        return schedules.get(shot);
    }

    /**
     * The packing of a shot.
     *
     * @param shot its number
     * @return as given
     */
    public Packing packing(int shot) {
        return shots.get(shot);
    }

    /**
     * Whether every step of every shot is kept.
     *
     * @return whether nothing is computed again
     */
    boolean keepsEverything() {
        return recomputed() == 0;
    }

    /**
     * Bytes taken at most, by what is kept, saved states, and the buffers and the work of all threads.
     *
     * @return at most the budget
     */
    long bytes() {
        long arrays = 0;
        long states = 0;
        long buffers = 0;
        long longest = 0;
        for (int shot = 0; shot < schedules.size(); shot++) {
            arrays += kept(shot);
            states += schedules.get(shot).slots();
            buffers += schedules.get(shot).segments() > 0 ? 1 : 0;
            longest = Math.max(longest, longest(shot));
        }
        return (arrays + Math.min(threads, buffers) * longest) * sizes.array()
                + states * sizes.state()
                + threads * sizes.working();
    }

    /** Arrays of the longest segment. */
    private int longest(int shot) {
        int recomputed = shots.get(shot).arrays() - kept(shot);
        int segments = schedules.get(shot).segments();
        return segments == 0 ? 0 : (recomputed + segments - 1) / segments;
    }

    private long recomputed() {
        return schedules.stream().mapToLong(Schedule::recomputed).sum();
    }

    /**
     * Forward runs of all shots that the reversal adds.
     *
     * @return steps computed again, divided by those of all shots
     */
    public double extraRuns() {
        long steps = shots.stream().mapToLong(Packing::steps).sum();
        return steps == 0 ? 0 : (double) recomputed() / steps;
    }

    /**
     * The plan in words.
     *
     * @return such as {@code keeps every step, 350 MB of 2.0 GB} or {@code keeps 39 states a shot, recomputes segments of up to 25 steps: 1.00 extra forward runs, 1.9 GB of 2.0 GB}
     */
    public String describe() {
        String memory = Sizes.words(bytes()) + " of " + Sizes.words(sizes.budget());
        if (keepsEverything()) {
            return "keeps every step, " + memory;
        }
        int longest = 0;
        int slots = 0;
        for (Schedule schedule : schedules) {
            slots = Math.max(slots, schedule.slots());
            longest = Math.max(longest, schedule.longestSegment());
        }
        return whatIsKept() + slots + (slots == 1 ? " state" : " states") + " a shot, recomputes segments of "
                + (longest == 1 ? "1 step" : "up to " + longest + " steps") + ": "
                + String.format(Locale.ROOT, "%.2f", extraRuns()) + " extra forward runs, " + memory;
    }

    private String whatIsKept() {
        long steps = shots.stream().mapToLong(Packing::steps).sum();
        long stay = schedules.stream()
                .mapToLong(schedule -> schedule.steps() - schedule.tail())
                .sum();
        return stay == 0 ? "keeps " : "keeps " + stay + " of " + steps + " steps, of the rest ";
    }

    /** Tries what to keep, most first, and slots. */
    private static final class Search {

        private final List<Packing> shots;
        private final int threads;
        private final Sizes sizes;
        private final long all;
        private final int most;
        private Layout best = new Layout(0, 1, 0);
        private double fewest = Double.POSITIVE_INFINITY;

        Search(List<Packing> shots, int threads, Sizes sizes) {
            this.shots = shots;
            this.threads = threads;
            this.sizes = sizes;
            this.all = shots.stream().mapToLong(Packing::arrays).sum();
            this.most = shots.stream().mapToInt(Packing::arrays).max().orElse(0);
        }

        Layout best() {
            long room = sizes.budget() - threads * sizes.working();
            if (all * sizes.array() <= room) {
                return new Layout(all, 1, 0);
            }
            // What is not kept is recomputed once at least.
            long kept = Math.min(all, room / sizes.array());
            for (; kept >= 0 && all - kept < fewest; kept--) {
                trySlots(kept, room - kept * sizes.array());
            }
            return best;
        }

        private void trySlots(long kept, long room) {
            int whole = 0;
            long left = kept;
            while (whole < shots.size() && left >= shots.get(whole).arrays()) {
                left -= shots.get(whole).arrays();
                whole++;
            }
            int others = shots.size() - whole;
            for (int slots = 0; true; slots++) {
                long buffers = room - (long) others * slots * sizes.state();
                int buffer = (int) Math.min(most, buffers / (Math.min(threads, others) * sizes.array()));
                if (buffer < 1) {
                    return;
                }
                double cost = 0;
                boolean once = true;
                for (int shot = whole; shot < shots.size(); shot++) {
                    int arrays = shots.get(shot).arrays() - (shot == whole ? (int) left : 0);
                    int segments = segments(arrays, buffer);
                    cost += arrays * repeats(segments, slots);
                    once &= slots >= segments - 1;
                }
                if (cost < fewest) {
                    fewest = cost;
                    best = new Layout(kept, buffer, slots);
                }
                if (once) {
                    return;
                }
            }
        }

        /** How often a segment is recomputed on average. */
        private static double repeats(int segments, int slots) {
            int used = Math.min(slots, segments - 1);
            return segments == 0 ? 0 : (double) Binomials.advances(segments + 1, used + 1) / segments;
        }
    }
}
