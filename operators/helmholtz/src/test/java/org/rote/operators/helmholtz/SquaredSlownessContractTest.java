package org.rote.operators.helmholtz;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Interpolation;

class SquaredSlownessContractTest extends HelmholtzContract {

    SquaredSlownessContractTest() {
        super(new Small(WaveSpeed.SQUARED_SLOWNESS, Stencil.FIVE_POINT, Precision.DOUBLE, Interpolation.SINC));
    }
}
