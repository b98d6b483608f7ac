package org.rote.operators.rays;

/** Which source is recorded by which receiver. */
public enum Pairs {
    /** Every source by every receiver: data axes (source, receiver). */
    ALL,
    /** The first source by the first receiver, the second by the second, and so on: data axis (pair). */
    ONE_TO_ONE
}
