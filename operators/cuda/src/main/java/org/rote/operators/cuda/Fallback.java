package org.rote.operators.cuda;

/** What to do where a card cannot be used. */
public enum Fallback {
    /** It is an error. */
    NONE,
    /** Waves are stepped on the cores of the processor, and a warning says so. */
    CPU
}
