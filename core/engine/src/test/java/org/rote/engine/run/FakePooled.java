package org.rote.engine.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rote.spi.Case;
import org.rote.spi.Default;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Pool;
import org.rote.spi.PooledDiagnostic;
import org.rote.spi.Value;

/**
 * The first coordinates of the truths and the counts of the draws of all members, one after another.
 *
 * @param parts parts that it pools over
 * @param least the fewest members that it concludes over
 * @param failIn where it breaks: {@code digest} or {@code pool}
 */
public record FakePooled(
        @Default("[truth]") List<String> parts,
        @Default("1") int least,
        @Default("\"\"") String failIn) implements PooledDiagnostic<double[]> {

    @Override
    public Set<String> over() {
        return Set.copyOf(parts);
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        return Optional.empty();
    }

    @Override
    public Digestion<double[]> examine(Case subject) {
        return new Digestion<>() {
            private double draws;

            @Override
            public void accept(Draws given) {
                draws += given.count();
            }

            @Override
            public Conclusion conclude() {
                return new Conclusion(List.of(), List.of());
            }

            @Override
            public double[] digest() {
                if (failIn.equals("digest")
                        && subject.parts().getOrDefault("truth", "").equals("truth-1")) {
                    throw new IllegalStateException("cannot digest");
                }
                return new double[] {subject.truth().orElseThrow()[0], draws};
            }
        };
    }

    @Override
    public Optional<String> inapplicable(Pool<double[]> pool) {
        return pool.members().size() < least ? Optional.of("needs " + least + " cases") : Optional.empty();
    }

    @Override
    public Conclusion conclude(Pool<double[]> pool) {
        if (failIn.equals("pool")) {
            throw new IllegalStateException("cannot pool");
        }
        double[] all = pool.members().stream()
                .flatMapToDouble(member -> Arrays.stream(member.digest()))
                .toArray();
        pool.sink().array("all", new int[] {all.length}, all);
        return new Conclusion(
                List.of(
                        Finding.info("all", Value.of(all), "1", ""),
                        Finding.atMost("members", pool.members().size(), "1", 2, "many"),
                        Finding.info("random", Value.of(pool.random("any", 0).nextDouble()), "1", "")),
                List.of());
    }
}
