package org.rote.plugins.sampler.optimization;

import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.LinearOperator;
import org.rote.spi.Space;

/** Each cell of a section less a third of the one before it: so that a search for the model takes some iterations. */
record Blur(Space domain) implements LinearOperator {

    private static final double SHARE = 1.0 / 3;

    Blur(int columns, int rows) {
        this(new Space(
                List.of(Axis.metres("x", columns, 10), Axis.metres("z", rows, 10)), "porosity", "1", Element.FLOAT64));
    }

    @Override
    public Space range() {
        return domain;
    }

    @Override
    public void apply(double[] dx, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = dx[i] - (i > 0 ? SHARE * dx[i - 1] : 0);
        }
    }

    @Override
    public void applyAdjoint(double[] dy, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = dy[i] - (i + 1 < out.length ? SHARE * dy[i + 1] : 0);
        }
    }
}
