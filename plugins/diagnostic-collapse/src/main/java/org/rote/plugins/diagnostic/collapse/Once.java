package org.rote.plugins.diagnostic.collapse;

import java.util.function.Supplier;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;

/** An examination that looks at the solution and not at the draws. */
record Once(Supplier<Diagnostic.Conclusion> look) implements Diagnostic.Examination {

    @Override
    public void accept(Draws draws) {
        // The weights are exact; draws would only add noise.
    }

    @Override
    public Diagnostic.Conclusion conclude() {
        return look.get();
    }
}
