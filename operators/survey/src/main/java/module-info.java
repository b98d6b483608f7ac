/** Where sources and receivers are and what grid they stand on: configuration that operators share. A library, no plugin. */
module org.rote.operators.survey {
    requires transitive org.rote.spi;
    requires org.rote.arrays;
    requires org.rote.numerics;

    exports org.rote.operators.survey;
}
