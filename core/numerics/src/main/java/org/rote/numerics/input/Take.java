package org.rote.numerics.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rote.spi.Checks;

/**
 * Which models of a file are wanted, and in which order: the key {@code take}. Each entry is a number ({@code 17}), a range with both ends ({@code 0..4999}) or a range with
 * a step ({@code 0..90 step 10}); models are counted from 0. What is chosen among need not be models: shots are taken in the same way. Immutable.
 */
public final class Take {

    /** Numbers of up to 18 digits: any of them fits a long. */
    private static final Pattern ENTRY =
            Pattern.compile("\\s*(\\d{1,18})\\s*(?:\\.\\.\\s*(\\d{1,18})\\s*(?:step\\s*(\\d{1,18})\\s*)?)?");

    private static final List<Range> ALL = List.of(new Range(0, Long.MAX_VALUE - 1, 1));

    private final String thing;
    private final List<Range> ranges;

    private Take(String thing, List<Range> ranges) {
        this.thing = thing;
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads the key.
     *
     * @param thing what is taken, in the singular, for messages: {@code model}
     * @param entries the key's value; everything is wanted when it was left out
     * @param checks told what is wrong; the result is of use only when nothing is
     * @return what is wanted
     */
    public static Take parse(String thing, Optional<List<String>> entries, Checks checks) {
        if (entries.isEmpty()) {
            return new Take(thing, ALL);
        }
        List<String> texts = entries.get();
        checks.notEmpty("take", texts);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ranges.add(range(thing, texts.get(i), key(i, texts.size()), checks));
        }
        return new Take(thing, ranges);
    }

    private static Range range(String thing, String text, String key, Checks checks) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches()) {
            String fix = "write a number as 17, a range as 0..4999 or 0..90 step 10, or a list of these";
            checks.that(false, key, "must say which " + thing + "s to take, got \"" + text + "\"", fix);
            return new Range(0, 0, 1);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
        long step = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
        checks.that(
                first <= last,
                key,
                "runs backward, from " + first + " to " + last,
                "write the smaller number first: " + last + ".." + first);
        checks.that(step > 0, key, "has step 0", "give a step of 1 or more");
        return new Range(first, Math.max(first, last), Math.max(1, step));
    }

    /**
     * Whether a model is wanted.
     *
     * @param model its number, from 0
     * @return whether it is
     */
    public boolean contains(long model) {
        return ranges.stream().anyMatch(range -> range.contains(model));
    }

    /**
     * The wanted ones of the models that there are.
     *
     * @param models how many there are
     * @param holder what holds them, for messages
     * @param checks told what is wrong; the result is of use only when nothing is
     * @return those of them that are wanted
     */
    public Selection of(long models, String holder, Checks checks) {
        if (models > Integer.MAX_VALUE) {
            String what = holder + " holds " + models + " " + thing + "s, more than " + Integer.MAX_VALUE;
            checks.that(false, "file", what, "split the file");
            return new Selection(List.of());
        }
        if (ranges.equals(ALL)) {
            return new Selection(models == 0 ? List.of() : List.of(new Range(0, models - 1, 1)));
        }
        return areWithin(models, holder, checks) && areDistinct(checks)
                ? new Selection(ranges)
                : new Selection(List.of());
    }

    private boolean areWithin(long models, String holder, Checks checks) {
        String holds = holder + " holds "
                + (models == 1 ? "one " + thing + ", number 0" : models + " " + thing + "s, from 0 to " + (models - 1));
        boolean within = true;
        for (int i = 0; i < ranges.size(); i++) {
            long last = ranges.get(i).last();
            within &= last < models;
            checks.that(
                    last < models,
                    key(i, ranges.size()),
                    "asks for " + thing + " " + last + ", but " + (models == 0 ? holder + " holds none" : holds),
                    models == 0 ? "name another file" : "take numbers up to " + (models - 1));
        }
        return within;
    }

    /** A model taken twice would count twice in every prior made from the set. */
    private boolean areDistinct(Checks checks) {
        BitSet seen = new BitSet();
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            for (long model = range.first(); model <= range.last(); model += range.step()) {
                if (seen.get((int) model)) {
                    checks.that(
                            false,
                            key(i, ranges.size()),
                            "takes " + thing + " " + model + " again",
                            "name each " + thing + " once");
                    return false;
                }
                seen.set((int) model);
            }
        }
        return true;
    }

    private static String key(int entry, int entries) {
        return entries == 1 ? "take" : "take[" + entry + "]";
    }

    /** The models {@code first, first + step, …} up to {@code last} or the one before it. */
    private record Range(long first, long last, long step) {

        long count() {
            return (last - first) / step + 1;
        }

        boolean contains(long model) {
            return model >= first && model <= last && (model - first) % step == 0;
        }
    }

    /** The wanted models of a file, in the order wanted. Immutable. */
    public static final class Selection {

        private final List<Range> ranges;
        private final int[] starts;
        private final int count;

        private Selection(List<Range> ranges) {
            this.ranges = ranges;
            this.starts = new int[ranges.size()];
            int sum = 0;
            for (int i = 0; i < starts.length; i++) {
                starts[i] = sum;
                sum += (int) ranges.get(i).count();
            }
            this.count = sum;
        }

        /**
         * How many are wanted.
         *
         * @return at least 0
         */
        public int count() {
            return count;
        }

        /**
         * The number in the file of a model of the set.
         *
         * @param index its number in the set, from 0
         * @return its number in the file, from 0
         * @throws IndexOutOfBoundsException when the set has no such model
         */
        public long model(int index) {
            Objects.checkIndex(index, count);
            int found = Arrays.binarySearch(starts, index);
            int i = found >= 0 ? found : -found - 2;
            return ranges.get(i).first() + (index - starts[i]) * ranges.get(i).step();
        }
    }
}
