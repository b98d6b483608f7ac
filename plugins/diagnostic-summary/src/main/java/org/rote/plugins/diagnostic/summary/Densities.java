package org.rote.plugins.diagnostic.summary;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;

/** Pictures of a posterior over one unknown ({@link DensityCurves}) or two ({@link DensityMaps}). */
final class Densities implements Diagnostic {

    @Override
    public Optional<String> inapplicable(Case subject) {
        int size = subject.posterior().space().size();
        if (size > 2) {
            return Optional.of("pictures of a density need one or two unknowns, the model has " + size);
        }
        return Extent.of(subject).isPresent()
                ? Optional.empty()
                : Optional.of("neither prior nor solution says where the density lies");
    }

    @Override
    public Examination examine(Case subject) {
        return new Examination() {
            @Override
            public void accept(Draws draws) {
                // The closed forms are drawn; the draws would only blur them.
            }

            @Override
            public Conclusion conclude() {
                Extent extent = Extent.of(subject).orElseThrow();
                return new Conclusion(
                        List.of(),
                        List.of(
                                subject.posterior().space().size() == 1
                                        ? DensityCurves.of(subject, extent)
                                        : DensityMaps.of(subject, extent)));
            }
        };
    }
}
