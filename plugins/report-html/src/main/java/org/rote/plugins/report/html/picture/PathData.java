package org.rote.plugins.report.html.picture;

import org.rote.plugins.report.html.text.Numbers;

/** The outline of a shape in SVG's notation, being written. Lengths in pixels. */
final class PathData {

    private final StringBuilder data = new StringBuilder();

    PathData moveTo(double x, double y) {
        return command('M', x).and(y);
    }

    PathData lineTo(double x, double y) {
        return command('L', x).and(y);
    }

    /** Right by so much; left where negative. */
    PathData across(double by) {
        return command('h', by);
    }

    /** Down by so much; up where negative. */
    PathData down(double by) {
        return command('v', by);
    }

    PathData circle(double x, double y, double radius) {
        String r = Numbers.coordinate(radius);
        String across = Numbers.coordinate(2 * radius);
        moveTo(x - radius, y);
        String half = "a" + r + " " + r + " 0 1 0 ";
        data.append(half)
                .append(across)
                .append(" 0")
                .append(half)
                .append('-')
                .append(across)
                .append(" 0");
        return close();
    }

    PathData close() {
        data.append('z');
        return this;
    }

    /** Adds another outline. */
    PathData add(PathData other) {
        data.append(other.data);
        return this;
    }

    /** Goes on along another outline without lifting the pen. */
    PathData goOn(PathData other) {
        data.append(other.data.toString().replace('M', 'L'));
        return this;
    }

    private PathData command(char letter, double value) {
        data.append(letter).append(Numbers.coordinate(value));
        return this;
    }

    private PathData and(double value) {
        data.append(' ').append(Numbers.coordinate(value));
        return this;
    }

    boolean isEmpty() {
        return data.length() == 0;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
