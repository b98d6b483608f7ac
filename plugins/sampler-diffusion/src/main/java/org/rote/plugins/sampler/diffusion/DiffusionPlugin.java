package org.rote.plugins.sampler.diffusion;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;
import org.rote.spi.Sampler;

/** Offers the samplers {@code dps} and {@code oracle-diffusion}. */
public final class DiffusionPlugin implements Plugin {

    /** Made by the service loader. */
    public DiffusionPlugin() {}

    @Override
    public List<Factory<?, ? extends Sampler>> samplers() {
        return List.of(new Dps(), new Oracle());
    }

    private static final class Dps implements Factory<DpsConfig, Sampler> {

        @Override
        public String name() {
            return "dps";
        }

        @Override
        public Class<DpsConfig> configType() {
            return DpsConfig.class;
        }

        @Override
        public String describe() {
            return "diffusion posterior sampling: the prior's reverse process, guided by the likelihood";
        }

        @Override
        public String example() {
            return "type: dps\ndraws: 128\nstep: { type: moment-matching, iterations: 5 }";
        }

        @Override
        public Sampler create(DpsConfig config, Context context) {
            return new DpsSampler(config);
        }
    }

    private static final class Oracle implements Factory<OracleConfig, Sampler> {

        @Override
        public String name() {
            return "oracle-diffusion";
        }

        @Override
        public Class<OracleConfig> configType() {
            return OracleConfig.class;
        }

        @Override
        public String describe() {
            return "the posterior's own reverse process, in closed form for atoms and Gaussian mixtures: what dps approximates";
        }

        @Override
        public String example() {
            return "type: oracle-diffusion\ndraws: 128\nprocess: deterministic";
        }

        @Override
        public Sampler create(OracleConfig config, Context context) {
            return new OracleSampler(config);
        }
    }
}
