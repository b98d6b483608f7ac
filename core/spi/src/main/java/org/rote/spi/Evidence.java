package org.rote.spi;

/** A solution that knows how probable the data were: p(y) = ∫ p(y | x) p(x) dx, by which priors and operators are compared. */
public interface Evidence {

    /**
     * The natural logarithm of the evidence.
     *
     * @return log p(y), in units where y has those of its space
     */
    double logEvidence();
}
