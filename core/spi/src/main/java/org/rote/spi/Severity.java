package org.rote.spi;

/** How much a {@link Finding} should worry its reader. */
public enum Severity {
    /** A number to know. */
    INFO,
    /** Past its threshold: the result may mislead. */
    WARNING,
    /** The result must not be trusted. */
    ERROR
}
