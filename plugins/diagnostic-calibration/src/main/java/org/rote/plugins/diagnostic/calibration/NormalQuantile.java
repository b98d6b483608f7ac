package org.rote.plugins.diagnostic.calibration;

/** The inverse of the standard normal distribution function, to about 1e-15 relative (Wichura, 1988, algorithm AS 241, PPND16). */
final class NormalQuantile {

    private static final double CENTRAL = 0.425;
    private static final double CENTRAL_SQUARED = 0.180625;
    private static final double TAIL = 1.6;
    private static final double FAR_TAIL = 5;

    private static final double[] CENTRAL_ABOVE = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRAL_BELOW = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] TAIL_ABOVE = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] TAIL_BELOW = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-09
    };
    private static final double[] FAR_ABOVE = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07
    };
    private static final double[] FAR_BELOW = {
        1,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-05,
        1.421511758316446e-07,
        2.0442631033899397e-15
    };

    private NormalQuantile() {}

    /**
     * The number that a standard normal variable stays below with a probability.
     *
     * @param probability greater than 0, less than 1
     * @return the quantile
     */
    static double of(double probability) {
        double offset = probability - 0.5;
        if (Math.abs(offset) <= CENTRAL) {
            double r = CENTRAL_SQUARED - offset * offset;
            return offset * polynomial(CENTRAL_ABOVE, r) / polynomial(CENTRAL_BELOW, r);
        }
        double r = Math.sqrt(-Math.log(offset < 0 ? probability : 1 - probability));
        double quantile = r <= FAR_TAIL
                ? polynomial(TAIL_ABOVE, r - TAIL) / polynomial(TAIL_BELOW, r - TAIL)
                : polynomial(FAR_ABOVE, r - FAR_TAIL) / polynomial(FAR_BELOW, r - FAR_TAIL);
        return Math.copySign(quantile, offset);
    }

    private static double polynomial(double[] coefficients, double at) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * at + coefficients[k];
        }
        return sum;
    }
}
