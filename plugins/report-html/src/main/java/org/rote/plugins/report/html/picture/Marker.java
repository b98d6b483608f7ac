package org.rote.plugins.report.html.picture;

/** The shape of a point, told apart without colour. Each is about as large as the others to the eye. */
enum Marker {
    CIRCLE,
    SQUARE(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9),
    TRIANGLE(0, -1.2, 1.2, 0.9, -1.2, 0.9),
    DIAMOND(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
    TRIANGLE_DOWN(0, 1.2, -1.2, -0.9, 1.2, -0.9),
    CROSS(-.6, -1.1, 0, -.6, .6, -1.1, 1.1, -.6, .6, 0, 1.1, .6, .6, 1.1, 0, .6, -.6, 1.1, -1.1, .6, -.6, 0, -1.1, -.6),
    PLUS(
            -.4, -1.2, .4, -1.2, .4, -.4, 1.2, -.4, 1.2, .4, .4, .4, .4, 1.2, -.4, 1.2, -.4, .4, -1.2, .4, -1.2, -.4,
            -.4, -.4),
    STAR(0, -1.8, .4, -.6, 1.7, -.6, .7, .2, 1.1, 1.5, 0, .7, -1.1, 1.5, -.7, .2, -1.7, -.6, -.4, -.6);

    /** Pairs of coordinates in radii; none for the circle. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final double[] corners;

    Marker(double... corners) {
        this.corners = corners;
    }

    /**
     * Adds the outline around a point.
     *
     * @param path where
     * @param x pixel
     * @param y pixel
     * @param radius pixels
     */
    void draw(PathData path, double x, double y, double radius) {
        if (corners.length == 0) {
            path.circle(x, y, radius);
            return;
        }
        path.moveTo(x + radius * corners[0], y + radius * corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + radius * corners[i], y + radius * corners[i + 1]);
        }
        path.close();
    }
}
