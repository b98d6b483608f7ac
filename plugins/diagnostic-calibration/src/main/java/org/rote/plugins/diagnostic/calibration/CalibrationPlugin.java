package org.rote.plugins.diagnostic.calibration;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Diagnostic;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the diagnostics {@code convergence}, {@code truth-rank}, {@code two-sample}, {@code calibration} and {@code noise-response}. */
public final class CalibrationPlugin implements Plugin {

    /** Made by the service loader. */
    public CalibrationPlugin() {}

    @Override
    public List<Factory<?, ? extends Diagnostic>> diagnostics() {
        return List.of(
                new Converging(), new RankingTruth(), new ComparingSamples(), new Calibrating(), new Responding());
    }

    private static final class Converging implements Factory<ConvergenceConfig, Diagnostic> {

        @Override
        public String name() {
            return "convergence";
        }

        @Override
        public Class<ConvergenceConfig> configType() {
            return ConvergenceConfig.class;
        }

        @Override
        public String describe() {
            return "whether chains have mixed: split R-hat, effective sample sizes, Monte Carlo standard error";
        }

        @Override
        public String example() {
            return "type: convergence";
        }

        @Override
        public Diagnostic create(ConvergenceConfig config, Context context) {
            return new Convergence(config);
        }
    }

    private static final class RankingTruth implements Factory<TruthRankConfig, Diagnostic> {

        @Override
        public String name() {
            return "truth-rank";
        }

        @Override
        public Class<TruthRankConfig> configType() {
            return TruthRankConfig.class;
        }

        @Override
        public String describe() {
            return "where the truth lies among the draws: ranks, coverage, error against contraction, scores";
        }

        @Override
        public String example() {
            return "type: truth-rank";
        }

        @Override
        public Diagnostic create(TruthRankConfig config, Context context) {
            return new TruthRank(config);
        }
    }

    private static final class ComparingSamples implements Factory<TwoSampleConfig, Diagnostic> {

        @Override
        public String name() {
            return "two-sample";
        }

        @Override
        public Class<TwoSampleConfig> configType() {
            return TwoSampleConfig.class;
        }

        @Override
        public String describe() {
            return "whether draws can be told from those of a closed form: maximum mean discrepancy and classifiers";
        }

        @Override
        public String example() {
            return "type: two-sample";
        }

        @Override
        public Diagnostic create(TwoSampleConfig config, Context context) {
            return new TwoSample(config);
        }
    }

    private static final class Calibrating implements Factory<CalibrationConfig, Diagnostic> {

        @Override
        public String name() {
            return "calibration";
        }

        @Override
        public Class<CalibrationConfig> configType() {
            return CalibrationConfig.class;
        }

        @Override
        public String describe() {
            return "whether draws are calibrated over many truths: uniform ranks, coverage, random points, scores";
        }

        @Override
        public String example() {
            return "type: calibration";
        }

        @Override
        public Diagnostic create(CalibrationConfig config, Context context) {
            return new Calibration(config);
        }
    }

    private static final class Responding implements Factory<NoiseResponseConfig, Diagnostic> {

        @Override
        public String name() {
            return "noise-response";
        }

        @Override
        public Class<NoiseResponseConfig> configType() {
            return NoiseResponseConfig.class;
        }

        @Override
        public String describe() {
            return "whether the spread of draws answers to the noise level, over cases of several noises";
        }

        @Override
        public String example() {
            return "type: noise-response";
        }

        @Override
        public Diagnostic create(NoiseResponseConfig config, Context context) {
            return new NoiseResponse(config);
        }
    }
}
