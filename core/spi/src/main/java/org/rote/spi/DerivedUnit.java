package org.rote.spi;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit as a factor on base units and the exponents of m, s, kg, K and byte. Angles are plain numbers. */
final class DerivedUnit {

    private static final int BASES = 5;
    private static final DerivedUnit ONE = new DerivedUnit(1, 0, 0, 0, 0, 0);
    private static final Pattern TERM = Pattern.compile("(1|%|[A-Za-zµμ°]+)(?:\\^?(-?\\d+))?");
    private static final Map<String, Double> PREFIXES = Map.ofEntries(
            Map.entry("p", 1e-12),
            Map.entry("n", 1e-9),
            Map.entry("u", 1e-6),
            Map.entry("µ", 1e-6),
            Map.entry("μ", 1e-6),
            Map.entry("m", 1e-3),
            Map.entry("c", 1e-2),
            Map.entry("k", 1e3),
            Map.entry("M", 1e6),
            Map.entry("G", 1e9),
            Map.entry("T", 1e12));
    // metric units take prefixes, the others stand alone
    private static final Map<String, DerivedUnit> METRIC = Map.of(
            "m", new DerivedUnit(1, 1, 0, 0, 0, 0),
            "s", new DerivedUnit(1, 0, 1, 0, 0, 0),
            "g", new DerivedUnit(1e-3, 0, 0, 1, 0, 0),
            "Hz", new DerivedUnit(1, 0, -1, 0, 0, 0),
            "Pa", new DerivedUnit(1, -1, -2, 1, 0, 0),
            "K", new DerivedUnit(1, 0, 0, 0, 1, 0),
            "B", new DerivedUnit(1, 0, 0, 0, 0, 1));
    private static final Map<String, DerivedUnit> ALONE = Map.ofEntries(
            Map.entry("1", ONE),
            Map.entry("%", new DerivedUnit(0.01, 0, 0, 0, 0, 0)),
            Map.entry("rad", new DerivedUnit(1, 0, 0, 0, 0, 0)),
            Map.entry("deg", new DerivedUnit(Math.PI / 180, 0, 0, 0, 0, 0)),
            Map.entry("min", new DerivedUnit(60, 0, 1, 0, 0, 0)),
            Map.entry("h", new DerivedUnit(3600, 0, 1, 0, 0, 0)),
            Map.entry("ft", new DerivedUnit(0.3048, 1, 0, 0, 0, 0)),
            Map.entry("byte", new DerivedUnit(1, 0, 0, 0, 0, 1)),
            Map.entry("KiB", new DerivedUnit(1024, 0, 0, 0, 0, 1)),
            Map.entry("MiB", new DerivedUnit(1024 * 1024, 0, 0, 0, 0, 1)),
            Map.entry("GiB", new DerivedUnit(1024 * 1024 * 1024, 0, 0, 0, 0, 1)));

    private final double factor;
    private final int[] exponents;

    private DerivedUnit(double factor, int... exponents) {
        this.factor = factor;
        this.exponents = exponents;
    }

    static DerivedUnit parse(String text) {
        DerivedUnit product = ONE;
        String[] quotient = text.strip()
                .replace("²", "2")
                .replace("³", "3")
                .replace("⁻", "-")
                .replace("¹", "1")
                .split("/", -1);
        for (int i = 0; i < quotient.length; i++) {
            for (String term : quotient[i].strip().split("[*·. ]+", -1)) {
                product = product.times(term(term, text), i == 0 ? 1 : -1);
            }
        }
        return product;
    }

    double over(DerivedUnit other, String name, String otherName) {
        if (!Arrays.equals(exponents, other.exponents)) {
            throw new IllegalArgumentException("unit " + name + " is not a unit of the same kind as " + otherName);
        }
        return factor / other.factor;
    }

    private DerivedUnit times(DerivedUnit other, int power) {
        int[] sum = new int[BASES];
        Arrays.setAll(sum, i -> exponents[i] + power * other.exponents[i]);
        return new DerivedUnit(power > 0 ? factor * other.factor : factor / other.factor, sum);
    }

    private static DerivedUnit term(String term, String text) {
        Matcher matcher = TERM.matcher(term);
        if (!matcher.matches()) {
            throw unknown(term, text);
        }
        DerivedUnit unit = named(matcher.group(1), text);
        int exponent = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        DerivedUnit power = ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power = power.times(unit, Integer.signum(exponent));
        }
        return power;
    }

    private static DerivedUnit named(String name, String text) {
        DerivedUnit whole = ALONE.getOrDefault(name, METRIC.get(name));
        if (whole != null) {
            return whole;
        }
        Double prefix = PREFIXES.get(name.substring(0, 1));
        DerivedUnit base = METRIC.get(name.substring(1));
        if (prefix == null || base == null) {
            throw unknown(name, text);
        }
        return new DerivedUnit(prefix * base.factor, base.exponents);
    }

    private static IllegalArgumentException unknown(String name, String text) {
        return new IllegalArgumentException(
                "unknown unit \"" + name + "\""
                        + (name.equals(text) ? "" : " in \"" + text + "\"")
                        + "; known are m, s, min, h, Hz, g, Pa, K, rad, deg, byte, ft, 1, % and their products, quotients and metric multiples");
    }
}
