/**
 * What a user says of numbers that somebody else wrote, for data sets that read files: {@link org.rote.numerics.input.Conversion} for the keys {@code unit} and {@code quantity},
 * {@link org.rote.numerics.input.Take} for the key {@code take}.
 */
package org.rote.numerics.input;
