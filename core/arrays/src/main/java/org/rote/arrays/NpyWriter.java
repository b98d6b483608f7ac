package org.rote.arrays;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes a NumPy array row by row, where the number of rows need not be known: samples of a chain, models of a training
 * set. The file is version 1.0, C order, little endian, and the same bytes as {@code numpy.save} writes.
 *
 * <p><b>Nothing half-written looks whole.</b> While it grows the file is called {@code <name>.part}; {@link #finish} puts
 * everything on the disk and gives it its name in one step, replacing an older file. {@link #close} without {@code finish}, as
 * after an exception, leaves the {@code .part}:
 *
 * <pre>{@code
 * try (NpyWriter writer = NpyWriter.create(path, ElementType.FLOAT64, Shape.of(70, 70))) {
 *     while (...) {
 *         writer.append(sample);
 *     }
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p><b>Resuming.</b> {@link #checkpoint} puts the rows so far on the disk, such that the {@code .part} is a valid array
 * file of so many rows. After a crash, {@link #resume} goes on behind any row that is there, and what follows is cut off; a
 * run that is killed and resumed ends with the same bytes as one that was not.
 *
 * <p><b>Cost.</b> Memory: about 2 MiB of buffers. Appending converts in bulk and writes 1 MiB at a time; a checkpoint waits for the disk.
 *
 * <p><b>Threads.</b> One at a time. Interrupting a thread that writes closes the file; resume it.
 */
public final class NpyWriter implements AutoCloseable {
    private final Path path;
    private final ElementType type;
    private final Shape row;
    private final PartFile file;
    private long rows;

    private NpyWriter(Path path, ElementType type, Shape row, PartFile file, long rows) {
        this.path = path;
        this.type = type;
        this.row = row;
        this.file = file;
        this.rows = rows;
    }

    /**
     * Starts an array of no rows; a {@code .part} of an earlier attempt is overwritten.
     *
     * @param path where the finished file will be
     * @param row the shape of one row: all axes but the leading one, {@code Shape.of()} for a list of numbers
     * @throws IllegalArgumentException if a row has no elements
     * @throws ArrayFileException if the file cannot be written
     */
    public static NpyWriter create(Path path, ElementType type, Shape row) throws ArrayFileException {
        checkRow(row);
        PartFile file = PartFile.create(path, type, HeaderFormat.bytes(type, row.stacked(0)));
        return new NpyWriter(path, type, row, file, 0);
    }

    /**
     * Goes on with an array after some of its rows: with {@code <name>.part} if it is there, and else with the finished
     * file, which then is called {@code .part} again until it is finished again. The file is not touched unless it is
     * what the arguments say.
     *
     * @param path where the finished file will be
     * @param type as given to {@link #create}
     * @param row as given to {@link #create}
     * @param rows how many rows to keep; those that follow are dropped
     * @throws IllegalArgumentException if a row has no elements, or {@code rows} is negative
     * @throws ArrayFileException if there is no such file, it holds another kind of array, or fewer rows
     */
    public static NpyWriter resume(Path path, ElementType type, Shape row, long rows) throws ArrayFileException {
        checkRow(row);
        if (rows < 0) {
            throw new IllegalArgumentException("rows=" + rows + " is negative");
        }
        Path part = PartFile.partOf(path);
        boolean finished = !Files.exists(part);
        Path present = finished ? path : part;
        NpyHeader header = checkedHeader(present, type, row);
        long rowBytes = row.elements() * type.bytes();
        long whole = (length(present) - header.dataOffset()) / rowBytes;
        if (whole < rows) {
            throw new ArrayFileException(
                    present,
                    "cannot resume after " + rows + " rows: only " + whole + " whole rows are there",
                    "resume after at most " + whole + " rows, or start again");
        }
        if (finished) {
            PartFile.unpublish(path);
        }
        PartFile file = PartFile.resume(path, type, header.dataOffset() + rows * rowBytes);
        return new NpyWriter(path, type, row, file, rows);
    }

    private static void checkRow(Shape row) {
        if (row.elements() == 0) {
            throw new IllegalArgumentException("a row of shape " + row + " has no elements");
        }
    }

    private static NpyHeader checkedHeader(Path present, ElementType type, Shape row) throws ArrayFileException {
        NpyHeader header;
        try (ByteSource source = ByteSource.open(present)) {
            header = HeaderFormat.read(present, source);
        } catch (IOException e) {
            throw ArrayFileException.reading(present, e);
        }
        NpyHeader wanted = header(type, row, header.shape().slices());
        if (!header.equals(wanted)) {
            throw new ArrayFileException(
                    present,
                    "cannot resume: the file holds " + describe(header) + " where " + describe(wanted)
                            + " is to be written",
                    "start again, or give the settings that the file was started with");
        }
        return header;
    }

    private static NpyHeader header(ElementType type, Shape row, long rows) {
        Shape shape = row.stacked(rows);
        int dataOffset = HeaderFormat.bytes(type, shape).length;
        return new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, false, shape, 1, dataOffset);
    }

    private static String describe(NpyHeader header) {
        String order = header.fortranOrder() ? "Fortran" : "C";
        return "shape " + header.shape() + " of " + header.type().code() + " (" + order + " order, "
                + header.byteOrder() + ", version " + header.version() + ", data at byte " + header.dataOffset() + ")";
    }

    private static long length(Path path) throws ArrayFileException {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw ArrayFileException.reading(path, e);
        }
    }

    /** How many rows have been appended, those kept by {@link #resume} included. */
    public long rows() {
        return rows;
    }

    /**
     * Appends rows: all of them, or none where a value does not fit the element type.
     *
     * @param values the numbers in C order; a complex element is two numbers, real part first
     * @param offset the index of the first number
     * @param count how many rows
     * @throws IndexOutOfBoundsException if {@code values} does not have that range
     * @throws ArrayFileException if the disk is full or fails; or if an integer type cannot hold a value exactly, or a
     *     finite value is beyond the range of float for f4 and c8
     */
    public void append(double[] values, int offset, int count) throws ArrayFileException {
        checkOpen();
        long numbers = row.elements() * type.components() * count;
        Objects.checkFromIndexSize((long) offset, numbers, values.length);
        file.append(values, offset, (int) numbers);
        rows += count;
    }

    /**
     * Appends one row.
     *
     * @param values its numbers, and nothing else
     * @throws IllegalArgumentException if there are more or fewer
     * @throws ArrayFileException as for {@link #append(double[], int, int)}
     */
    public void append(double[] values) throws ArrayFileException {
        long numbers = row.elements() * type.components();
        if (values.length != numbers) {
            throw new IllegalArgumentException("values.length=" + values.length + " but a row of shape " + row + " of "
                    + type.code() + " has " + numbers);
        }
        append(values, 0, 1);
    }

    /**
     * Puts all rows so far on the disk; until more are appended, the {@code .part} is a valid array file.
     *
     * @throws ArrayFileException if the disk is full or fails
     */
    public void checkpoint() throws ArrayFileException {
        checkOpen();
        file.force(HeaderFormat.bytes(type, row.stacked(rows)));
    }

    /**
     * Puts all rows on the disk and gives the file its name; the writer is then closed.
     *
     * @throws ArrayFileException if the disk is full or fails, or the file cannot be renamed
     */
    public void finish() throws ArrayFileException {
        checkpoint();
        file.publish();
    }

    private void checkOpen() {
        if (!file.isOpen()) {
            throw new IllegalStateException("the writer of " + path + " is closed: resume the file to go on");
        }
    }

    /**
     * Closes the file. Without {@link #finish} it stays under its temporary name, with the rows of the last checkpoint and
     * perhaps more, to be resumed.
     */
    @Override
    public void close() throws ArrayFileException {
        file.close();
    }
}
