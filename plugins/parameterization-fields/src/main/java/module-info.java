/** Parameterizations of models by the coefficients of given fields. */
module org.rote.plugins.parameterization.fields {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.plugins.parameterization.fields;

    provides org.rote.spi.Plugin with
            org.rote.plugins.parameterization.fields.FieldsPlugin;
}
