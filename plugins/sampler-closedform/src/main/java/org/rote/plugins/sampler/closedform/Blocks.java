package org.rote.plugins.sampler.closedform;

import java.util.function.IntConsumer;
import org.rote.spi.SamplerContext;

/** Many small tasks in blocks, with progress and a chance to stop between them. */
final class Blocks {

    private Blocks() {}

    static void forEach(String what, int count, int block, SamplerContext context, IntConsumer task) {
        for (int first = 0; first < count; first += block) {
            context.progress().report(what, first, count);
            int from = first;
            context.executor().forEach(Math.min(block, count - first), i -> task.accept(from + i));
        }
        context.progress().report(what, count, count);
    }
}
