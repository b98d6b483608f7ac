package org.rote.engine.manifest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A whole number that fits an {@code int} or a {@code long}. {@code 1e3} is one.
 *
 * @param isLong whether it is a {@code long}
 */
record WholeKind(boolean isLong) implements Kind {

    /** No form of a {@code long} that anyone would write is longer. */
    private static final int LONGEST = 100;

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Scalar scalar)
                || WrittenNumber.bare(scalar.text()).isEmpty()) {
            return refuse(tree, scope, "write a whole number");
        }
        if (scalar.type() == ScalarType.TEXT) {
            return refuse(tree, scope, "remove the quotes");
        }
        if (!(Math.abs(WrittenNumber.bare(scalar.text()).orElseThrow()) <= 0x1p63)
                || scalar.text().length() > LONGEST) {
            return outOfRange(tree, scope);
        }
        try {
            long value = whole(scalar.text());
            if (isLong) {
                return Optional.of(new Bound(value, tree));
            }
            return (int) value == value ? Optional.of(new Bound((int) value, tree)) : outOfRange(tree, scope);
        } catch (ArithmeticException e) {
            return Math.abs(WrittenNumber.bare(scalar.text()).orElseThrow()) >= 0x1p63
                    ? outOfRange(tree, scope)
                    : refuse(tree, scope, "remove the fraction");
        }
    }

    private static long whole(String text) {
        return text.startsWith("0x") || text.startsWith("0o")
                ? WrittenNumber.integer(text).longValueExact()
                : new BigDecimal(text).longValueExact();
    }

    private Optional<Bound> outOfRange(Tree tree, Scope scope) {
        scope.problem(
                "must be between " + least() + " and " + largest() + ", got " + Written.words(tree),
                "give a whole number in that range");
        return Optional.empty();
    }

    private long least() {
        return isLong ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }

    private long largest() {
        return isLong ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }

    @Override
    public String words() {
        return "whole number";
    }

    @Override
    public String plural() {
        return "whole numbers";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "integer");
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
