package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list or an array. A single word or number stands for a list of one.
 *
 * @param element what it holds
 * @param assembler makes the list or the array from its elements
 */
record ListKind(Kind element, Function<List<Object>, Object> assembler) implements Kind {

    @Override
    public Optional<Bound> bind(Tree tree, Scope scope) {
        if (tree instanceof Tree.Sequence sequence) {
            return all(sequence, scope);
        }
        if (element.isScalar() && tree instanceof Tree.Scalar scalar && scalar.type() != ScalarType.NULL) {
            return element.bind(tree, scope).map(one -> assemble(List.of(one), tree.line()));
        }
        return refuse(tree, scope, "write a list in brackets, [first, second], or a line with a dash for each");
    }

    private Optional<Bound> all(Tree.Sequence sequence, Scope scope) {
        List<Bound> elements = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            Tree item = sequence.items().get(i);
            Scope place = scope.item(i, item);
            // inside a list a single value stands for itself only: [1, 2] is no list of two lists
            boolean flat = element instanceof ListKind && !(item instanceof Tree.Sequence);
            Optional<Bound> bound =
                    flat ? element.refuse(item, place, "write a list in brackets") : element.bind(item, place);
            bound.ifPresent(elements::add);
        }
        return elements.size() == sequence.items().size()
                ? Optional.of(assemble(elements, sequence.line()))
                : Optional.empty();
    }

    private Bound assemble(List<Bound> elements, int line) {
        return new Bound(
                assembler.apply(elements.stream().map(Bound::value).toList()),
                new Tree.Sequence(elements.stream().map(Bound::resolved).toList(), line));
    }

    @Override
    public String words() {
        return "list of " + element.plural();
    }

    @Override
    public String plural() {
        return "lists of " + element.plural();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> list = Json.object("type", "array", "items", element.schema());
        return element.isScalar() ? Map.of("anyOf", List.of(list, element.schema())) : list;
    }

    @Override
    public Map<String, Fields> inside() {
        return element.inside();
    }
}
