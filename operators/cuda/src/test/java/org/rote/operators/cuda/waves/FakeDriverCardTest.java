package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.rote.operators.cuda.device.CudaCards;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.FakeDriver;

/** All of it, JCuda included, but for driver and card. */
@Tag("fake-driver")
final class FakeDriverCardTest extends CardContract {

    @BeforeAll
    static void load() {
        FakeDriver.require();
        FakeDriver.becomeGood();
    }

    @AfterAll
    static void everythingIsGivenBack() {
        assertThat(FakeDriver.held()).isZero();
    }

    @Override
    Device open() {
        return new CudaCards().open(0);
    }
}
