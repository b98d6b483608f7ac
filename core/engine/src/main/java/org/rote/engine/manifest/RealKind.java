package org.rote.engine.manifest;

import java.util.Map;
import java.util.Optional;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/**
 * A finite number; with its unit where it is a physical value.
 *
 * @param unit the unit that the config record receives it in; {@link WrittenNumber#NO_UNIT} for none
 */
record RealKind(String unit) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.type() == ScalarType.NULL) {
            return refuse(tree, scope, fix());
        }
        if (isPlain()
                && scalar.type() == ScalarType.TEXT
                && WrittenNumber.bare(scalar.text()).isPresent()) {
            return refuse(tree, scope, "remove the quotes");
        }
        try {
            return Optional.of(new Bound(WrittenNumber.read(scalar.text(), unit), tree));
        } catch (InvalidInputException e) {
            for (Problem problem : e.problems()) {
                scope.problem(problem.what(), problem.fix());
            }
            return Optional.empty();
        }
    }

    private boolean isPlain() {
        return unit.equals(WrittenNumber.NO_UNIT);
    }

    private String fix() {
        return isPlain() ? "write a number" : "write a number and a unit, for example \"10 " + unit + "\"";
    }

    @Override
    public String words() {
        return isPlain() ? "number" : "quantity in " + unit;
    }

    @Override
    public String plural() {
        return isPlain() ? "numbers" : "quantities in " + unit;
    }

    @Override
    public Map<String, Object> schema() {
        return isPlain()
                ? Map.of("type", "number")
                : Json.object("type", "string", "pattern", "^" + WrittenNumber.QUANTITY + "$");
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
