package org.rote.engine.run;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.ChainState;
import org.rote.spi.Progress;
import org.rote.spi.RunExecutor;
import org.rote.spi.SamplerContext;
import org.rote.spi.Sink;
import org.rote.spi.Streams;

/**
 * What a sampler is lent for one case.
 *
 * @param streams the randomness of this sampler in this case
 * @param draws see {@link SamplerContext#draws}
 * @param resumeFrom see {@link SamplerContext#resumeFrom}
 * @param executor the study's
 * @param voice where progress and warnings go
 * @param sink where arrays go
 */
record SamplerLoan(
        Streams streams, long draws, Optional<ChainState> resumeFrom, RunExecutor executor, CaseVoice voice, Sink sink)
        implements SamplerContext {

    @Override
    public Progress progress() {
        return voice;
    }

    @Override
    public void warn(String message) {
        voice.warn(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return streams.random(task, index);
    }
}
