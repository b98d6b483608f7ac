/**
 * Contract tests that a plugin's own tests inherit, overriding only how the object is built, and small exact parts to test against.
 * Needs the contracts and JUnit, nothing else.
 */
module org.rote.testkit {
    requires transitive org.rote.spi;
    requires transitive org.junit.jupiter.api;

    exports org.rote.testkit;

    // the test methods are package-private, as JUnit advises
    opens org.rote.testkit to
            org.junit.platform.commons;
}
