package org.rote.plugins.diagnostic.summary;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;

/** Pictures of a posterior over one unknown ({@link DensityCurves}) or two ({@link DensityMaps}); from the draws ({@link DrawnDensity}) where the sampler has no closed form. */
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
        DrawnDensity drawn = new DrawnDensity(subject.posterior().space().size());
        boolean closed = Parts.isClosedForm(subject);
        return new Examination() {
            @Override
            public void accept(Draws draws) {
                // Where there is a closed form it is drawn; the draws would only blur it.
                if (!closed) {
                    drawn.accept(draws);
                }
            }

            @Override
            public Conclusion conclude() {
                Extent extent = Extent.of(subject).orElseThrow();
                Optional<DrawnDensity> estimate = Optional.of(drawn).filter(some -> some.count() > 0);
                return new Conclusion(
                        List.of(),
                        List.of(
                                subject.posterior().space().size() == 1
                                        ? DensityCurves.of(subject, extent, estimate)
                                        : DensityMaps.of(subject, extent, estimate)));
            }
        };
    }
}
