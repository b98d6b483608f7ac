package org.rote.operators.cuda;

import java.util.List;
import org.rote.operators.cuda.device.Cards;
import org.rote.operators.cuda.device.CudaCards;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Offers the operators {@code acoustic-cuda} and {@code born-cuda}. */
public final class CudaPlugin implements Plugin {

    private final Cards cards;

    /** For the service loader. */
    public CudaPlugin() {
        this(new CudaCards());
    }

    /** On other cards. */
    CudaPlugin(Cards cards) {
        this.cards = cards;
    }

    @Override
    public List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of(new AcousticCudaFactory(cards), new BornCudaFactory(cards));
    }
}
