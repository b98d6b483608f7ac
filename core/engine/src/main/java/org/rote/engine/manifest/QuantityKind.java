package org.rote.engine.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/** A number of which it is not known yet whether it has a unit, and which: a {@link org.rote.spi.Quantity}, of unit 1 where none is written. */
record QuantityKind() implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.type() == ScalarType.NULL) {
            return refuse(tree, scope, "write a number, with its unit where it has one");
        }
        try {
            return Optional.of(new Bound(WrittenNumber.quantity(scalar.text()), tree));
        } catch (InvalidInputException e) {
            for (Problem problem : e.problems()) {
                scope.problem(problem.what(), problem.fix());
            }
            return Optional.empty();
        }
    }

    @Override
    public String words() {
        return "number, with its unit where it has one";
    }

    @Override
    public String plural() {
        return "numbers, with their unit where they have one";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(new RealKind(WrittenNumber.NO_UNIT).schema(), new RealKind("m").schema()));
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
