package org.rote.engine.wiring;

import java.util.Optional;

/**
 * The model that synthetic data are made from.
 *
 * @param model in the domain of the operator
 * @param point in the space of the posterior; empty where the parameterization cannot be inverted
 */
record Truth(double[] model, Optional<double[]> point) {}
