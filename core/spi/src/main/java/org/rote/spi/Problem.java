package org.rote.spi;

/**
 * One thing that is wrong with what the user gave: what, where, how to fix.
 *
 * @param where the key that is wrong, relative to the section that is read ({@code sigma}, {@code training.models[2]}); empty for the section itself. The
 *     engine puts file, line and section in front
 * @param what a sentence with the offending value and its unit: {@code must be greater than 0, got -0.1}
 * @param fix what to do about it: {@code give a positive noise level in model units, for example 0.05}
 */
public record Problem(String where, String what, String fix) {

    @Override
    public String toString() {
        return (where.isEmpty() ? "" : where + ": ") + what + (fix.isEmpty() ? "" : " (" + fix + ")");
    }
}
