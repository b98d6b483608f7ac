package org.rote.operators.helmholtz;

import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Interpolation;

class VelocityContractTest extends HelmholtzContract {

    VelocityContractTest() {
        super(new Small(WaveSpeed.VELOCITY, Stencil.NINE_POINT, Precision.DOUBLE, Interpolation.BILINEAR));
    }
}
