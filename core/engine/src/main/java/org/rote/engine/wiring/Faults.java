package org.rote.engine.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rote.engine.manifest.LocatedProblem;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.NumericsException;

/**
 * Makes things once and collects why some could not be made, so that one mistake is told once however many cases it spoils, and does not hide another.
 */
final class Faults {

    private final Map<Object, Optional<?>> made = new HashMap<>();
    private final List<LocatedProblem> problems = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();

    /** What was made for a key before, or makes it now; empty where that fails, now or before. */
    @SuppressWarnings("unchecked") // a key is used for one type only, by the methods of Parts
    <T> Optional<T> once(Object key, Supplier<T> make) {
        Optional<?> known = made.get(key);
        if (known == null) {
            known = attempt(make);
            made.put(key, known);
        }
        return (Optional<T>) known;
    }

    private <T> Optional<T> attempt(Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (ManifestException e) {
            problems.addAll(e.problems());
        } catch (PluginException | NumericsException e) {
            failures.add(e);
        }
        return Optional.empty();
    }

    void add(LocatedProblem problem) {
        problems.add(problem);
    }

    /**
     * Ends the wiring.
     *
     * @throws ManifestException with all problems, in the order of the file
     * @throws PluginException when there are none, but a plugin failed; the others are suppressed in it
     */
    void verify() {
        if (!problems.isEmpty()) {
            List<LocatedProblem> sorted = new ArrayList<>(problems);
            sorted.sort(Comparator.comparingInt(problem -> problem.location().line()));
            throw new ManifestException(sorted);
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
