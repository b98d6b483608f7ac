package org.rote.plugins.format.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.rote.arrays.Axes;
import org.rote.arrays.Shape;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Space;

/**
 * How the models lie in an array file.
 *
 * @param models how many there are
 * @param isStack whether the first axis of the file counts them; otherwise the file is one model
 * @param model the shape of one model as it lies in the file
 * @param fileAxis for each axis of the space, which axis of {@code model} it is
 */
record ModelLayout(long models, boolean isStack, Shape model, List<Integer> fileAxis) {

    static List<String> names(Space space) {
        return space.axes().stream().map(Axis::name).toList();
    }

    /**
     * Finds the models of a space in an array.
     *
     * @param file the file, for messages
     * @param shape the shape of the array
     * @param names the names of a model's axes in the order of the file
     * @param checks told what is wrong; the result is of use only when nothing is
     */
    static ModelLayout find(Path file, Shape shape, List<String> names, Space space, Checks checks) {
        ModelLayout none = new ModelLayout(0, false, Shape.of(), List.of());
        Optional<Shape> shapeOfModel = shapeOfModel(names, space, checks);
        if (shapeOfModel.isEmpty()) {
            return none;
        }
        Shape model = shapeOfModel.get();
        List<Integer> fileAxis = names(space).stream().map(names::indexOf).toList();
        if (shape.equals(model)) {
            return new ModelLayout(1, false, model, fileAxis);
        }
        if (isStack(shape, model)) {
            return new ModelLayout(shape.length(0), true, model, fileAxis);
        }
        checks.that(
                false,
                "file",
                file + ": has shape " + shape + ", expected " + stackText(model) + " or, for one model, " + model + ": "
                        + space.describe(),
                fix(shape, model, space));
        return none;
    }

    /**
     * The shape of one model as it lies in a file.
     *
     * @param names the names of its axes in the order of the file
     * @param checks told when they are not those of the space
     * @return the shape, or empty when something is wrong
     */
    static Optional<Shape> shapeOfModel(List<String> names, Space space, Checks checks) {
        List<String> known = names(space);
        boolean areThose = sorted(names).equals(sorted(known));
        checks.that(
                areThose,
                "axes",
                "names [" + String.join(", ", names) + "], but a model has the axes [" + String.join(", ", known) + "]",
                "name each of them once, in the order of the file");
        return areThose ? Optional.of(model(names, space)) : Optional.empty();
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    private static Shape model(List<String> names, Space space) {
        return Shape.of(names.stream()
                .mapToLong(name -> space.axes().get(names(space).indexOf(name)).count())
                .toArray());
    }

    private static boolean isStack(Shape shape, Shape model) {
        return shape.rank() == model.rank() + 1 && shape.slice().equals(model);
    }

    /** The shape of several models: {@code (models, 70, 70)}. */
    private static String stackText(Shape model) {
        StringJoiner text = new StringJoiner(", ", "(", model.rank() == 0 ? ",)" : ")").add("models");
        Arrays.stream(model.lengths()).mapToObj(Long::toString).forEach(text::add);
        return text.toString();
    }

    private static String fix(Shape shape, Shape expected, Space space) {
        Optional<List<String>> fitting = orders(names(space)).stream()
                .filter(order -> shape.equals(model(order, space)) || isStack(shape, model(order, space)))
                .findFirst();
        if (fitting.isPresent()) {
            return "it fits with axes: [" + String.join(", ", fitting.get()) + "]";
        }
        if (shape.elements() > 0 && shape.elements() % expected.elements() == 0) {
            Shape stack = expected.stacked(shape.elements() / expected.elements());
            return "where its numbers are whole models one after the other, save it with reshape" + stack;
        }
        return "cut, pad or resample the models, or change the grid that they must fill";
    }

    /** All orders of some names. */
    private static List<List<String>> orders(List<String> names) {
        if (names.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String last : names) {
            List<String> others = new ArrayList<>(names);
            others.remove(last);
            for (List<String> order : orders(others)) {
                List<String> whole = new ArrayList<>(order);
                whole.add(last);
                orders.add(whole);
            }
        }
        return orders;
    }

    private boolean isInOrder() {
        for (int axis = 0; axis < fileAxis.size(); axis++) {
            if (fileAxis.get(axis) != axis) {
                return false;
            }
        }
        return true;
    }

    /**
     * Brings a model from the order of the file into that of the space.
     *
     * @param stored the model as it lies in the file; may be overwritten
     * @param out the model as the space wants it; overwritten
     */
    void arrange(double[] stored, double[] out) {
        if (isInOrder()) {
            System.arraycopy(stored, 0, out, 0, stored.length);
        } else {
            Axes.transpose(
                    stored, model, fileAxis.stream().mapToInt(Integer::intValue).toArray(), out);
        }
    }

    /**
     * Where a value of the space stands in the file, as NumPy writes it: {@code [17, 5, 3]}.
     *
     * @param number the model's number in the file
     * @param index the index of the value in the space
     */
    String place(long number, int index) {
        Long[] place = new Long[model.rank()];
        long rest = index;
        for (int axis = fileAxis.size() - 1; axis >= 0; axis--) {
            long length = model.length(fileAxis.get(axis));
            place[fileAxis.get(axis)] = rest % length;
            rest /= length;
        }
        List<Long> indices = new ArrayList<>(isStack ? List.of(number) : List.of());
        Collections.addAll(indices, place);
        return indices.toString();
    }
}
