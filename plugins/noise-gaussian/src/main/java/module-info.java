/** Independent Gaussian noise on the data: {@code gaussian}. */
module org.rote.plugins.noise.gaussian {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.noise.gaussian;

    provides org.rote.spi.Plugin with
            org.rote.plugins.noise.gaussian.GaussianNoisePlugin;
}
