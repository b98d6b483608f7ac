package org.rote.plugins.report.html.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Units as people read them. */
public final class Units {

    private static final Pattern EXPONENT = Pattern.compile("(?<=[A-Za-zµΩ°])\\^?(-?\\d{1,2})(?![\\d.])");
    private static final Map<Integer, String> PREFIXES =
            Map.of(-12, "p", -9, "n", -6, "µ", -3, "m", 3, "k", 6, "M", 9, "G", 12, "T");
    // the multiples that people use: milliseconds, but not kiloseconds
    private static final Map<String, int[]> MULTIPLES = Map.of(
            "m", new int[] {-9, 3}, "s", new int[] {-12, -3}, "Hz", new int[] {-3, 12}, "Pa", new int[] {-3, 12});

    private Units() {}

    /**
     * A unit with its exponents raised.
     *
     * @param unit as it stands in a finding or on an axis
     * @return for example {@code s²/m²}; empty for {@code 1}
     */
    public static String show(String unit) {
        if (unit.equals("1")) {
            return "";
        }
        return EXPONENT.matcher(unit)
                .replaceAll(match -> Superscripts.of(Integer.parseInt(match.group(1))))
                .replace("*", "·");
    }

    /**
     * The metric multiple of a unit.
     *
     * @param unit a unit
     * @param exponent power of ten, a multiple of 3
     * @return for example {@code ms} for s and −3, {@code µs/m} for s/m and −6; empty where nobody would write it so
     */
    public static Optional<String> multiple(String unit, int exponent) {
        int slash = unit.indexOf('/');
        String counted = slash < 0 ? unit : unit.substring(0, slash);
        int[] range = MULTIPLES.get(counted);
        if (range == null || exponent < range[0] || exponent > range[1] || !PREFIXES.containsKey(exponent)) {
            return Optional.empty();
        }
        return Optional.of(PREFIXES.get(exponent) + show(unit));
    }

    /**
     * A quantity for an axis or a column.
     *
     * @param label what it is; may be empty
     * @param unit its unit, {@code 1} for none
     * @return for example {@code depth (m)}
     */
    public static String labelled(String label, String unit) {
        return joined(label, show(unit));
    }

    /**
     * A quantity whose numbers are shown divided by a power of ten.
     *
     * @param label what it is; may be empty
     * @param unit its unit, {@code 1} for none
     * @param exponent power of ten, a multiple of 3
     * @return for example {@code time (ms)}, {@code slowness (µs/m)} or {@code squared slowness (10⁻⁶ s²/m²)}
     */
    public static String labelled(String label, String unit, int exponent) {
        if (exponent == 0) {
            return labelled(label, unit);
        }
        String power = "10" + Superscripts.of(exponent);
        return joined(label, multiple(unit, exponent).orElse((power + " " + show(unit)).strip()));
    }

    private static String joined(String label, String unit) {
        if (label.isEmpty() || unit.isEmpty()) {
            return label + unit;
        }
        return label + " (" + unit + ")";
    }
}
