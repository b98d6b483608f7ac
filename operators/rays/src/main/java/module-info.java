/** Travel times along straight rays: {@code straight-ray}. */
module org.rote.operators.rays {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;

    exports org.rote.operators.rays;

    provides org.rote.spi.Plugin with
            org.rote.operators.rays.RaysPlugin;
}
