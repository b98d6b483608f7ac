package org.rote.plugins.format.segy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.arrays.segy.SampleFormat;
import org.rote.arrays.segy.TraceField;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.Doc;

/**
 * The data set {@code segy}.
 *
 * @param file a SEG-Y file of sections, one after the other, or of gathers in any order
 * @param unit the unit of the samples
 * @param quantity the quantity of the samples
 * @param take which sections or shots, see {@code describe segy}
 * @param shot the field of the trace headers that tells shots apart; for gathers only
 * @param receiver the field of the trace headers that tells the traces of a shot apart; for gathers only
 * @param samples how samples are written, where the file states it wrongly
 */
public record SegyConfig(
        @Doc("SEG-Y file of revision 0 or 1: sections one after the other, or gathers in any order")
        Path file,

        @Doc("unit of the samples, such as km/s; SI when left out")
        Optional<String> unit,

        @Doc("what the samples are, where the operator works with another of these")
        Optional<WaveSpeed> quantity,

        @Doc(
                "sections or shots to take, counted from 0: 17, 0..4999, 0..90 step 10, or a list of these; all when left out")
        Optional<List<String>> take,

        @Doc("field of the trace headers that tells shots apart, by name or as bytes 17-20; field-record when left out")
        Optional<String> shot,

        @Doc("field that tells the traces of a shot apart; trace-in-record when left out")
        Optional<String> receiver,

        @Doc("how the samples are written, where the file states it wrongly")
        Optional<SampleFormat> samples) {

    /** Checks what can be checked without the file; throws {@link org.rote.spi.InvalidInputException}. */
    public SegyConfig {
        take = take.map(List::copyOf);
        Checks checks = new Checks();
        Conversion.checkUnit(unit, checks);
        Take.parse("model", take, checks);
        checkField("shot", shot, checks);
        checkField("receiver", receiver, checks);
        checks.verify();
    }

    private static void checkField(String key, Optional<String> field, Checks checks) {
        field.ifPresent(text -> {
            try {
                TraceField.parse(text);
            } catch (IllegalArgumentException e) {
                checks.that(false, key, String.valueOf(e.getMessage()), "correct the field");
            }
        });
    }

    TraceField shotField() {
        return shot.map(TraceField::parse).orElse(TraceField.FIELD_RECORD);
    }

    TraceField receiverField() {
        return receiver.map(TraceField::parse).orElse(TraceField.TRACE_IN_RECORD);
    }
}
