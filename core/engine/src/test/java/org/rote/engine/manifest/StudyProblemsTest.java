package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about sections that are missing or wrong; each message in full. */
final class StudyProblemsTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        manifests = new Manifests(directory, FakeCatalog.ofTheDesign());
    }

    @Test
    void asksForTheVersion() {
        assertThat(manifests.problemsOfStudy(Manifests.small("rote: 1\n", ""))).isEqualTo("""
                study.yaml:1  rote: is missing
                  fix  begin the manifest with "rote: 1", the version of its form""");
    }

    @Test
    void refusesAnotherVersion() {
        assertThat(manifests.problemsOfStudy(Manifests.small("rote: 1", "rote: 2")))
                .isEqualTo("""
                study.yaml:1  rote: must be 1, got 2
                  fix  write "rote: 1", or run the version of Rote that reads this form""");
    }

    @Test
    void refusesAnUnknownSection() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "priror: { type: empirical }\n"))
                .isEqualTo("""
                study.yaml:7  priror: unknown key
                  fix  did you mean "prior"? keys: rote, title, seed, operator, operators, parameterization, parameterizations, observation, observations, noise, noises, prior, priors, sampler, samplers, diagnostic, diagnostics, report, reports, cases""");
    }

    @Test
    void refusesOneAndSeveralTogether() {
        assertThat(
                        manifests.problemsOfStudy(
                                Manifests.SMALL
                                        + "priors: { a: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } } }\n"))
                .isEqualTo("""
                study.yaml:7  priors: is given beside "prior"
                  fix  keep one: "prior" for one, "priors" for several""");
    }

    @Test
    void refusesNoneUnderThePlural() {
        assertThat(manifests.problemsOfStudy(Manifests.small("sampler: { type: quadrature }", "samplers: {}")))
                .isEqualTo("""
                study.yaml:6  samplers: is empty
                  fix  give at least one, or leave "samplers" out""");
    }

    @Test
    void refusesAListUnderThePlural() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("sampler: { type: quadrature }", "samplers: [ { type: quadrature } ]")))
                .isEqualTo("""
                study.yaml:6  samplers: must be a section of named samplers, got a list
                  fix  write a line "name: { type: ... }" for each, or "sampler" for one""");
    }

    @Test
    void refusesNamesThatMakeNoDirectory() {
        assertThat(manifests.problemsOfStudy(Manifests.small("sampler: { type: quadrature }", """
                samplers:
                  Exact Run: { type: quadrature }
                  ../up: { type: quadrature }
                  '': { type: quadrature }""")))
                .isEqualTo("""
                study.yaml:7  samplers.Exact Run: is no name for a section
                  fix  use lower-case letters, digits, dots and hyphens, such as "exact-run"
                study.yaml:8  samplers.../up: is no name for a section
                  fix  use lower-case letters, digits, dots and hyphens, such as "up"
                study.yaml:9  samplers: is no name for a section
                  fix  use lower-case letters, digits, dots and hyphens, such as "sampler\"""");
    }

    @Test
    void asksForEverySectionOfAStudy() {
        assertThat(manifests.problemsOfStudy("rote: 1\n")).isEqualTo("""
                study.yaml  operator: is missing
                  fix  add "operator: { type: ... }"; operators: cubic-1d
                study.yaml  noise: is missing
                  fix  add "noise: { type: ... }"; noises: gaussian
                study.yaml  prior: is missing
                  fix  add "prior: { type: ... }"; priors: empirical, memorized-diffusion
                study.yaml  sampler: is missing
                  fix  add "sampler: { type: ... }"; samplers: linearized-mixture, quadrature
                study.yaml  observation: is missing
                  fix  add "observation:" with data: [...], file: data.npy, recorded: { type: ... } or truth: { type: ... }""");
    }

    @Test
    void asksForAnOperatorOnly() {
        assertThat(manifests.problemsOfOperator("rote: 1\n")).isEqualTo("""
                study.yaml  operator: is missing
                  fix  add "operator: { type: ... }"; operators: cubic-1d""");
    }

    @Test
    void refusesAnUnknownType() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("sampler: { type: quadrature }", "sampler: { type: quadratur }")))
                .isEqualTo("""
                study.yaml:6  sampler.type: unknown sampler, got "quadratur"
                  fix  did you mean "quadrature"? samplers: linearized-mixture, quadrature; "rote plugins" tells more""");
    }

    @Test
    void refusesATypeThatNothingIsNear() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("sampler: { type: quadrature }", "sampler: { type: langevin }")))
                .isEqualTo("""
                study.yaml:6  sampler.type: unknown sampler, got "langevin"
                  fix  samplers: linearized-mixture, quadrature; "rote plugins" tells more""");
    }

    @Test
    void asksForAType() {
        assertThat(manifests.problemsOfStudy(Manifests.small("sampler: { type: quadrature }", "sampler: { draws: 3 }")))
                .isEqualTo("""
                study.yaml:6  sampler: has no type
                  fix  add "type: ..."; samplers: linearized-mixture, quadrature; "rote plugins" tells more""");
    }

    @Test
    void refusesATypeWithoutSection() {
        assertThat(manifests.problemsOfStudy(Manifests.small("sampler: { type: quadrature }", "sampler: quadrature")))
                .isEqualTo("""
                study.yaml:6  sampler: must be a section with a type, got "quadrature"
                  fix  write { type: quadrature }""");
    }

    @Test
    void refusesASectionWithoutAnything() {
        assertThat(manifests.problemsOfStudy(Manifests.small("sampler: { type: quadrature }", "sampler: ")))
                .isEqualTo("""
                study.yaml:6  sampler: must be a section with a type, got nothing
                  fix  write { type: ... }; samplers: linearized-mixture, quadrature""");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThat(
                        manifests.problemsOfStudy(
                                Manifests.small(
                                        "prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } }",
                                        "prior: { type: memorized-diffusion, sigma: 0.3, trainning: 3, training: { type: inline, models: [[1], [2]] } }")))
                .isEqualTo("""
                study.yaml:5  prior.trainning: unknown key
                  in   prior "memorized-diffusion" (plugin org.fake.memorized-diffusion 0.1.0)
                  fix  did you mean "training"? keys: type, sigma, training""");
    }

    @Test
    void asksForARequiredKey() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } }",
                        "prior: { type: memorized-diffusion, training: { type: inline, models: [[1], [2]] } }")))
                .isEqualTo("""
                study.yaml:5  prior.sigma: is missing
                  in   prior "memorized-diffusion" (plugin org.fake.memorized-diffusion 0.1.0)
                  fix  add "sigma", a number: noise level in model units""");
    }

    @Test
    void tellsWhatTheRecordRefuses() {
        assertThat(
                        manifests.problemsOfStudy(
                                Manifests.small(
                                        "prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } }",
                                        "prior: { type: memorized-diffusion, sigma: -0.1, training: { type: inline, models: [[1], [2]] } }")))
                .isEqualTo("""
                study.yaml:5  prior.sigma: must be greater than 0, got -0.1
                  in   prior "memorized-diffusion" (plugin org.fake.memorized-diffusion 0.1.0)
                  fix  give a positive noise level in model units, for example 0.05""");
    }

    @Test
    void tellsWhatARecordInsideRefuses() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "prior: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } }",
                        """
                prior:
                  type: memorized-diffusion
                  sigma: 0.3
                  training:
                    type: inline
                    models:
                      - [1]
                      - []
                      - []
                """)))
                .isEqualTo("""
                study.yaml:12  prior.training.models[1]: must not be empty
                  in   dataset "inline" (plugin org.fake.inline 0.1.0)
                  fix  give at least one number
                study.yaml:13  prior.training.models[2]: must not be empty
                  in   dataset "inline" (plugin org.fake.inline 0.1.0)
                  fix  give at least one number""");
    }

    @Test
    void refusesLoopsThatDrawNothing() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "sampler: { type: quadrature }",
                        "sampler: { type: quadrature, draws: 0, burn-in: -1, thinning: 0, budget: 0 s }")))
                .isEqualTo("""
                study.yaml:6  sampler.draws: must be at least 1, got 0
                  in   sampler "quadrature" (plugin org.fake.quadrature 0.1.0)
                  fix  give 1 or more
                study.yaml:6  sampler.burn-in: must be at least 0, got -1
                  in   sampler "quadrature" (plugin org.fake.quadrature 0.1.0)
                  fix  give 0 or more
                study.yaml:6  sampler.thinning: must be at least 1, got 0
                  in   sampler "quadrature" (plugin org.fake.quadrature 0.1.0)
                  fix  give 1 or more
                study.yaml:6  sampler.budget: must be greater than 0 s, got 0.0 s
                  in   sampler "quadrature" (plugin org.fake.quadrature 0.1.0)
                  fix  give a time such as "10 min", or leave it out for no limit""");
    }

    @Test
    void refusesABudgetWithoutUnit() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("sampler: { type: quadrature }", "sampler: { type: quadrature, budget: 60 }")))
                .isEqualTo("""
                study.yaml:6  sampler.budget: needs a unit, got 60
                  in   sampler "quadrature" (plugin org.fake.quadrature 0.1.0)
                  fix  write the unit, for example "60 s\"""");
    }

    @Test
    void asksWhereTheDataComeFrom() {
        assertThat(manifests.problemsOfStudy(Manifests.small("observation: { data: [0.0] }", "observation: {}")))
                .isEqualTo("""
                study.yaml:3  observation: gives no data
                  fix  add one of data, file, recorded, truth, truths-from-prior""");
    }

    @Test
    void refusesDataFromTwoPlaces() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "observation: { data: [0.0] }",
                        "observation: { data: [1], truth: { type: inline, models: [[1]] } }")))
                .isEqualTo("""
                study.yaml:3  observation: has its data from several places: data, truth
                  fix  keep one of them""");
        assertThat(
                        manifests.problemsOfStudy(
                                Manifests.small(
                                        "observation: { data: [0.0] }",
                                        "observation: { recorded: { type: inline, models: [[1]] }, truth: { type: inline, models: [[1]] } }")))
                .startsWith("study.yaml:3  observation: has its data from several places: recorded, truth\n");
    }

    @Test
    void refusesNoiseFreeDataThatAreGiven() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "observation: { data: [0.0] }", "observation: { data: [1], noise-free: true }")))
                .isEqualTo("""
                study.yaml:3  observation.noise-free: is for data made from a truth
                  fix  remove it: these data are given""");
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "observation: { data: [0.0] }",
                        "observation: { recorded: { type: inline, models: [[1]] }, noise-free: true }")))
                .startsWith("study.yaml:3  observation.noise-free: is for data made from a truth\n");
    }

    @Test
    void refusesAnUnknownKeyOfAnObservation() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("observation: { data: [0.0] }", "observation: { dat: [1] }")))
                .isEqualTo("""
                study.yaml:3  observation.dat: unknown key
                  fix  did you mean "data"? keys: data, file, recorded, truth, truths, truths-from-prior, noise-free
                study.yaml:3  observation: gives no data
                  fix  add one of data, file, recorded, truth, truths-from-prior""");
    }

    @Test
    void refusesDataThatAreNoNumbers() {
        assertThat(manifests.problemsOfStudy(Manifests.small(
                        "observation: { data: [0.0] }", "observation: { data: [1, .nan, 3 meter, x, [4], 1e999] }")))
                .isEqualTo("""
                study.yaml:3  observation.data[1]: must be finite, got .nan
                  fix  give a finite number
                study.yaml:3  observation.data[2]: has an unknown unit, got "3 meter"
                  fix  correct the unit, or remove it (unknown unit "meter"; known are m, s, min, h, Hz, g, Pa, K, rad, deg, byte, ft, 1, % and their products, quotients and metric multiples)
                study.yaml:3  observation.data[3]: must be a number, got "x"
                  fix  write a number
                study.yaml:3  observation.data[4]: must be a number, with its unit where it has one, got a list
                  fix  write a number, with its unit where it has one
                study.yaml:3  observation.data[5]: must be finite, got 1e999
                  fix  give a finite number""");
    }

    @Test
    void refusesNoData() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("observation: { data: [0.0] }", "observation: { data: [] }")))
                .isEqualTo("""
                study.yaml:3  observation.data: must not be empty
                  fix  give at least one value""");
    }

    @Test
    void refusesAnObservationThatIsAList() {
        assertThat(manifests.problemsOfStudy(Manifests.small("observation: { data: [0.0] }", "observation: [0.0]")))
                .isEqualTo("""
                study.yaml:3  observation: must be a section, got a list
                  fix  write a section with the keys data, file, recorded, truth, truths, truths-from-prior, noise-free""");
    }

    @Test
    void refusesSeedsThatAreNoLongs() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "seed: 1.5\n")).isEqualTo("""
                study.yaml:7  seed: must be a whole number, got 1.5
                  fix  remove the fraction""");
    }

    @Test
    void refusesSeedsThatAreTooLong() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "seed: 9223372036854775808\n"))
                .isEqualTo("""
                study.yaml:7  seed: must be between -9223372036854775808 and 9223372036854775807, got 9223372036854775808
                  fix  give a whole number in that range""");
    }

    @Test
    void refusesATitleOfNothing() {
        assertThat(manifests.problemsOfStudy(Manifests.SMALL + "title:\n")).isEqualTo("""
                study.yaml:7  title: must be a text, got nothing
                  fix  write a text, in quotes where it holds : or #""");
    }
}
