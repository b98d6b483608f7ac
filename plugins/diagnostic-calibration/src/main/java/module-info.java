/** Diagnostics of calibration: convergence of chains, ranks of the truth among draws, tests against reference draws. */
module org.rote.plugins.diagnostic.calibration {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.diagnostic.calibration;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.calibration.CalibrationPlugin;
}
