package org.rote.operators.helmholtz;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Interpolation;

class SinglePrecisionContractTest extends HelmholtzContract {

    SinglePrecisionContractTest() {
        super(new Small(WaveSpeed.SLOWNESS, Stencil.FIVE_POINT, Precision.SINGLE, Interpolation.SINC));
    }
}
