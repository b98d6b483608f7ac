package org.rote.operators.propagation.memory;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What to keep of the steps of all shots within a budget, so that the reversal of all of them computes the fewest steps again.
 *
 * <p>If there is room, everything is kept. Otherwise a number of arrays is: those of the first shots, and of the next one its tail. Every other shot has slots for states, and every thread a buffer of some arrays for the segment that it
 * recomputes ({@link Schedule}). Or the slots are the thread's too: then nothing stays of a shot, which is swept again when it is reversed, but there is room for more of them. More slots make for shorter segments; all
 * combinations of what is kept and of slots that can be best are tried.
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
        this.schedules = IntStream.range(0, shots.size()).mapToObj(this::plan).toList();
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
     * @param stay whether these are the shot's, and not a thread's
     */
    private record Layout(long kept, int buffer, int slots, boolean stay) {

        /** Arrays of a shot that are not in the tail of its last sweep. One that is followed by the reversal at once has the thread's buffer for its tail. */
        int recomputed(int arrays, int kept, boolean stays) {
            return stays ? arrays - kept : Math.max(0, arrays - buffer);
        }
    }

    private int kept(int shot) {
        long before = 0;
        for (int earlier = 0; earlier < shot; earlier++) {
            before += shots.get(earlier).arrays();
        }
        return (int) Math.max(0, Math.min(shots.get(shot).arrays(), layout.kept - before));
    }

    private Schedule plan(int shot) {
        Packing packing = shots.get(shot);
        int recomputed = layout.recomputed(packing.arrays(), kept(shot), stays(shot));
        int segments = segments(recomputed, layout.buffer);
        int[] starts = IntStream.rangeClosed(0, segments)
                .map(k -> packing.start((int) ((long) recomputed * k / Math.max(1, segments))))
                .toArray();
        return new Schedule(starts, packing.steps(), layout.slots);
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
     * Whether what a sweep leaves, states and a tail, stays with the shot until the reversal. If not, the reversal begins with another sweep, and all that is needed is lent for as long as it takes.
     *
     * @param shot its number
     * @return whether it stays
     */
    public boolean stays(int shot) {
        return layout.stay || kept(shot) == shots.get(shot).arrays();
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
    public boolean keepsEverything() {
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
        for (int shot = 0; shot < schedules.size(); shot++) {
            arrays += kept(shot);
            states += layout.stay ? schedules.get(shot).slots() : 0;
        }
        return arrays * sizes.array() + states * sizes.state() + underWay() + sizes.shared();
    }

    /**
     * Bytes that the buffers and the work of all threads take, and so of each call that goes through all shots.
     *
     * @return without what stays and what all share
     */
    public long underWay() {
        long recomputing = 0;
        long buffer = 0;
        long slots = 0;
        for (int shot = 0; shot < schedules.size(); shot++) {
            int part = buffer(shot);
            recomputing += part > 0 ? 1 : 0;
            buffer = Math.max(buffer, part);
            slots = Math.max(slots, layout.stay ? 0 : schedules.get(shot).slots());
        }
        long atOnce = Math.min(threads, recomputing);
        return atOnce * (buffer * sizes.array() + slots * sizes.state()) + threads * sizes.working();
    }

    /**
     * What the plan leaves of the budget.
     *
     * @return bytes, at least 0
     */
    public long spare() {
        return sizes.budget() - bytes();
    }

    /** Arrays of a shot that are in a thread's buffer at once. */
    private int buffer(int shot) {
        int arrays = shots.get(shot).arrays();
        if (!stays(shot)) {
            return Math.min(arrays, layout.buffer);
        }
        int recomputed = arrays - kept(shot);
        int segments = segments(recomputed, layout.buffer);
        return segments == 0 ? 0 : (recomputed + segments - 1) / segments;
    }

    private long recomputed() {
        return IntStream.range(0, shots.size())
                .mapToLong(shot -> schedules.get(shot).recomputed()
                        + (stays(shot) ? 0 : shots.get(shot).steps()))
                .sum();
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
        return describe("shot");
    }

    /**
     * The plan in words, where what it is a plan for is no shot.
     *
     * @param one what it is: {@code shot}, or {@code batch} of shots
     * @return as {@link #describe()}
     */
    public String describe(String one) {
        String memory = Sizes.words(bytes()) + " of " + Sizes.words(sizes.budget());
        if (keepsEverything()) {
            return "keeps every step, " + memory;
        }
        int longest = 0;
        int slots = 0;
        long stay = 0;
        long steps = 0;
        for (int shot = 0; shot < shots.size(); shot++) {
            Schedule schedule = schedules.get(shot);
            int tail = schedule.steps() - schedule.tail();
            slots = Math.max(slots, schedule.slots());
            longest = Math.max(longest, Math.max(schedule.longestSegment(), stays(shot) ? 0 : tail));
            stay += stays(shot) ? tail : 0;
            steps += schedule.steps();
        }
        return (stay == 0 ? "keeps " : "keeps " + stay + " of " + steps + " steps in all, of the rest ")
                + count(slots, "state") + (layout.stay ? " a " + one : " of each " + one + " under way")
                + ", recomputes segments of "
                + (longest == 1 ? "" : "up to ") + count(longest, "step") + ": "
                + String.format(Locale.ROOT, "%.2f", extraRuns()) + " extra forward runs, " + memory;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Tries what to keep, most first, and slots. */
    private static final class Search {

        private final List<Packing> shots;
        private final int threads;
        private final Sizes sizes;
        private final long all;
        private final int most;
        private Layout best = new Layout(0, 1, 0, true);
        private double fewest = Double.POSITIVE_INFINITY;

        Search(List<Packing> shots, int threads, Sizes sizes) {
            this.shots = shots;
            this.threads = threads;
            this.sizes = sizes;
            this.all = shots.stream().mapToLong(Packing::arrays).sum();
            this.most = shots.stream().mapToInt(Packing::arrays).max().orElse(0);
        }

        Layout best() {
            long room = sizes.budget() - sizes.shared() - threads * sizes.working();
            if (all * sizes.array() <= room) {
                return new Layout(all, 1, 0, true);
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
            int atOnce = Math.min(threads, others);
            for (boolean stay : left == 0 ? new boolean[] {true, false} : new boolean[] {true}) {
                boolean more = true;
                for (int slots = 0; more; slots++) {
                    long buffers = room - (long) (stay ? others : atOnce) * slots * sizes.state();
                    int buffer = (int) Math.min(most, buffers / (atOnce * sizes.array()));
                    more = buffer >= 1 && trying(new Layout(kept, buffer, slots, stay), whole, (int) left);
                }
            }
        }

        /** Whether more slots could be better. */
        private boolean trying(Layout layout, int whole, int tail) {
            double cost = 0;
            boolean useful = false;
            for (int shot = whole; shot < shots.size(); shot++) {
                int kept = shot == whole ? tail : 0;
                int arrays = shots.get(shot).arrays();
                int recomputed = layout.recomputed(arrays, kept, layout.stay);
                int segments = segments(recomputed, layout.buffer);
                cost += recomputed * repeats(segments, layout.slots) + (layout.stay ? 0 : arrays);
                useful |= layout.slots < segments - 1;
            }
            if (cost < fewest) {
                fewest = cost;
                best = layout;
            }
            return useful;
        }

        /** How often a segment is recomputed on average. */
        private static double repeats(int segments, int slots) {
            return segments == 0
                    ? 0
                    : (double) Binomials.advances(segments + 1, Math.min(slots, segments - 1) + 1) / segments;
        }
    }
}
