package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rote.engine.plugins.Catalog;

/** Writes manifests of tests to a directory and reads them back. */
record Manifests(Path directory, Catalog catalog) {

    /** The study of the design. */
    static final String DESIGN = """
            rote: 1
            title: Posterior collapse under memorized priors
            seed: 20260320
            operator: { type: cubic-1d }
            observation: { data: [0.0] }
            noise: { type: gaussian, standard-deviation: 0.3 }
            priors:
              sigma-0.30: { type: memorized-diffusion, sigma: 0.30, training: { type: inline, models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]] } }
              sigma-0.05: { type: memorized-diffusion, sigma: 0.05, training: { type: inline, models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]] } }
            samplers:
              linearized: { type: linearized-mixture, draws: 2000 }
              exact: { type: quadrature, cells: 2000 }
            diagnostics: [ { type: mixture-weights }, { type: effective-modes } ]
            """;

    /** A study with one case. */
    static final String SMALL = """
            rote: 1
            operator: { type: cubic-1d }
            observation: { data: [0.0] }
            noise: { type: gaussian, standard-deviation: 0.3 }
            prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } }
            sampler: { type: quadrature }
            """;

    /** A study with two cases, {@code exact} and {@code linearized}. */
    static final String TWO_CASES = small(
            "sampler: { type: quadrature }",
            "samplers: { exact: { type: quadrature }, linearized: { type: linearized-mixture } }");

    /** The small study with something else in place of a part of it. */
    static String small(String part, String other) {
        if (!SMALL.contains(part)) {
            throw new IllegalArgumentException("part=" + part + " is not in the small study");
        }
        return SMALL.replace(part, other);
    }

    Study study(String yaml) {
        return read(yaml, Purpose.STUDY);
    }

    Study operator(String yaml) {
        return read(yaml, Purpose.OPERATOR);
    }

    Study read(String yaml, Purpose purpose) {
        Path file = directory.resolve("study.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ManifestReader(catalog).read(file, purpose);
    }

    /** Everything that is wrong with a study, as it is shown, the directory left out. */
    String problemsOfStudy(String yaml) {
        return problems(yaml, Purpose.STUDY);
    }

    String problemsOfOperator(String yaml) {
        return problems(yaml, Purpose.OPERATOR);
    }

    private String problems(String yaml, Purpose purpose) {
        ManifestException problems = catchThrowableOfType(ManifestException.class, () -> read(yaml, purpose));
        return problems == null
                ? "no problem"
                : problems.getMessage()
                        .replace(directory + File.separator, "")
                        .replace(directory.toString(), "<directory>");
    }
}
