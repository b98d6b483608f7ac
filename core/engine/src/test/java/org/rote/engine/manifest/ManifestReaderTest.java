package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestReaderTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        manifests = new Manifests(directory, FakeCatalog.ofTheDesign());
    }

    @Test
    void bindsTheStudyOfTheDesign() {
        Study study = manifests.study(Manifests.DESIGN);

        assertThat(study.title()).isEqualTo("Posterior collapse under memorized priors");
        assertThat(study.seed()).isEqualTo(20260320);
        assertThat(study.operators()).containsOnlyKeys("cubic-1d");
        assertThat(study.operators().get("cubic-1d").config()).isEqualTo(new FakeCatalog.Cubic(0.3));
        assertThat(study.parameterizations()).isEmpty();
        assertThat(study.observations()).containsOnlyKeys("data");
        assertThat(((Observation.Values) study.observations().get("data")).in("1"))
                .containsExactly(0.0);
        assertThat(study.noises().get("gaussian").config()).isEqualTo(new FakeCatalog.Gaussian(List.of(0.3)));
        assertThat(study.priors()).containsOnlyKeys("sigma-0.30", "sigma-0.05");
        FakeCatalog.Memorized prior =
                (FakeCatalog.Memorized) study.priors().get("sigma-0.05").config();
        assertThat(prior.sigma()).isEqualTo(0.05);
        assertThat(prior.training().type()).isEqualTo("inline");
        assertThat(study.samplers().get("linearized").loop()).isEqualTo(new Loop(2000, 0, 1, Optional.empty()));
        assertThat(study.samplers().get("exact").loop()).isEqualTo(new Loop(1000, 0, 1, Optional.empty()));
        assertThat(study.samplers().get("exact").section().config()).isEqualTo(new FakeCatalog.Quadrature(2000));
        assertThat(study.diagnostics())
                .extracting(diagnostic -> diagnostic.section().name())
                .containsExactly("mixture-weights", "effective-modes");
        assertThat(study.reports()).extracting(Section::name).containsExactly("html");
        assertThat(study.cases())
                .extracting(CasePlan::name)
                .containsExactly(
                        "sigma-0.30+linearized", "sigma-0.30+exact", "sigma-0.05+linearized", "sigma-0.05+exact");
        assertThat(study.cases().get(1))
                .isEqualTo(new CasePlan(
                        "sigma-0.30+exact", "cubic-1d", Optional.empty(), "data", "gaussian", "sigma-0.30", "exact"));
        assertThat(study.inputs()).isEmpty();
    }

    @Test
    void writesTheStudyOfTheDesignWithEveryDefault() {
        assertThat(manifests.study(Manifests.DESIGN).resolved()).isEqualTo("""
                        rote: 1
                        title: Posterior collapse under memorized priors
                        seed: 20260320
                        operator:
                          type: cubic-1d
                          c: 0.3
                        observation:
                          data: [0.0]
                          noise-free: false
                        noise:
                          type: gaussian
                          standard-deviation: [0.3]
                        priors:
                          sigma-0.30:
                            type: memorized-diffusion
                            sigma: 0.30
                            training:
                              type: inline
                              models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]]
                          sigma-0.05:
                            type: memorized-diffusion
                            sigma: 0.05
                            training:
                              type: inline
                              models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]]
                        samplers:
                          linearized:
                            type: linearized-mixture
                            draws: 2000
                            burn-in: 0
                            thinning: 1
                          exact:
                            type: quadrature
                            cells: 2000
                            draws: 1000
                            burn-in: 0
                            thinning: 1
                        diagnostics:
                        - type: mixture-weights
                          cases: ['*']
                        - type: effective-modes
                          cases: ['*']
                        report:
                          type: html
                        """);
    }
}
