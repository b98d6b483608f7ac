package org.rote.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.rote.arrays.Npy;
import org.rote.arrays.Shape;
import org.rote.engine.execution.Interrupt;
import org.rote.spi.Sink;

/** Writes the arrays that a part gives for a case into the case's directory. */
final class ArraySink implements Sink {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final CaseDirectory directory;
    private final Interrupt interrupt;

    ArraySink(CaseDirectory directory, Interrupt interrupt) {
        this.directory = directory;
        this.interrupt = interrupt;
    }

    /** Refuses a name that is no name of an array beside the draws. */
    static void check(String name) {
        if (!NAME.matcher(name).matches() || name.equals("samples")) {
            throw new IllegalArgumentException("array name \"" + name
                    + "\" is not kebab-case, or it is \"samples\", which is the file of the draws");
        }
    }

    @Override
    public void array(String name, int[] shape, double[] values) {
        check(name);
        try {
            Files.createDirectories(directory.path());
            Npy.write(
                    directory.array(name),
                    Shape.of(Arrays.stream(shape).asLongStream().toArray()),
                    values);
        } catch (IOException e) {
            throw Storage.stop(interrupt, directory.array(name), e);
        }
    }
}
