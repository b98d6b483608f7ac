/** The contract tests that every plugin inherits. */
module org.rote.testkit {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
    requires transitive org.junit.jupiter.api;
}
