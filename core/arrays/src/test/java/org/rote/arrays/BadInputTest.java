package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rote.arrays.NpyFiles.header;
import static org.rote.arrays.NpyFiles.version;
import static org.rote.arrays.NpyFiles.versionOne;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie about themselves or are something else: each is refused on opening, in words that help. */
class BadInputTest {
    private static final String SAVE_AGAIN =
            "the file is damaged or was not written by NumPy: write it again with numpy.save";
    private static final String SUPPORTED =
            " is not supported; supported are b1, i1, u1, i2, u2, i4, u4, i8, u8, f4, f8, c8, c16,"
                    + " after < or > for the byte order (| for one byte)";

    @TempDir
    Path folder;

    private void assertRefused(byte[] content, String problem, String fix) throws IOException {
        Path path = NpyFiles.write(folder, "bad.npy", content);
        assertThatThrownBy(() -> NpyReader.open(path)).isInstanceOfSatisfying(ArrayFileException.class, e -> {
            assertThat(e.path()).isEqualTo(path);
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.fix()).isEqualTo(fix);
            assertThat(e).hasMessage(path + ": " + problem + "\n  fix  " + fix);
        });
    }

    private void assertHeaderRefused(String header, String problem, String fix) throws IOException {
        assertRefused(versionOne(header, new byte[64]), problem, fix);
    }

    @Test
    void saysHowManySlicesOfATruncatedFileAreWhole() throws IOException {
        assertRefused(
                versionOne(header("<f4", false, "(5, 2, 3)"), new byte[4 * 6 * 3 + 23]),
                "truncated: the file ends after 95 bytes of data, but shape (5, 2, 3) of f4 needs 120; 3 of 5 slices are whole",
                "copy or write the file again");
    }

    @Test
    void saysThatNoSliceOfATruncatedFortranFileIsSureToBeWhole() throws IOException {
        assertRefused(
                versionOne(header("<f4", true, "(5, 2, 3)"), new byte[95]),
                "truncated: the file ends after 95 bytes of data, but shape (5, 2, 3) of f4 needs 120; no slice is sure to be"
                        + " whole, for they are interleaved (Fortran order)",
                "copy or write the file again");
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        assertRefused(
                versionOne(header("<f8", false, "(2,)"), new byte[17]),
                "the file holds 1 bytes more than shape (2,) of f8 needs (16 bytes of data)",
                "write the file again with one array in it; if it is still being written, wait until it is finished");
    }

    @ParameterizedTest
    @CsvSource({
        "0, the file ends before the header",
        "1, 'the file ends inside the header, after 1 of its 10 bytes'",
        "9, 'the file ends inside the header, after 9 of its 10 bytes'",
        "11, 'the file ends inside the header, after 10 of its 12 bytes'",
        "40, 'the file ends inside the header, after 40 of its 70 bytes'"
    })
    void refusesAFileThatEndsBeforeTheData(int length, String where) throws IOException {
        byte[] whole = version(2, header("<f8", false, "(2,)"), new byte[16]);
        assertRefused(Arrays.copyOf(whole, length), "truncated: " + where, "copy or write the file again");
    }

    @Test
    void refusesNegativeLengths() throws IOException {
        assertHeaderRefused(
                header("<f8", false, "(3, -1)"),
                "the header is wrong: axis 1 of shape (3, -1) is negative",
                SAVE_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(4294967296, 4294967296)", "(0, 4294967296, 4294967296)", "(576460752303423488,)"})
    void refusesMoreElementsThanAFileCanHold(String shape) throws IOException {
        assertHeaderRefused(
                header("|u1", false, shape),
                "the header is wrong: shape " + shape + " has more elements than a file can hold",
                SAVE_AGAIN);
    }

    @Test
    void refusesALengthBeyond64Bits() throws IOException {
        String header = header("|u1", false, "(99999999999999999999,)");
        assertHeaderRefused(
                header,
                "the header is not a Python dictionary: the number 99999999999999999999 does not fit 64 bits of "
                        + header.strip(),
                SAVE_AGAIN);
    }

    @Test
    void refusesTooManyAxes() throws IOException {
        assertHeaderRefused(
                header("|u1", false, "(" + "1,".repeat(65) + ")"),
                "shape has 65 axes; more than 64 is refused, as in NumPy",
                SAVE_AGAIN);
    }

    @Test
    void refusesAShapeThatIsNoTupleOfNumbers() throws IOException {
        assertHeaderRefused(
                header("|u1", false, "(64)"),
                "the header's shape must be a tuple of whole numbers, got (64)",
                SAVE_AGAIN);
        assertHeaderRefused(
                header("|u1", false, "('a', 3)"),
                "the header's shape must be a tuple of whole numbers, got ('a', 3)",
                SAVE_AGAIN);
    }

    @Test
    void refusesAnOrderThatIsNeitherTrueNorFalse() throws IOException {
        assertHeaderRefused(
                "{'descr': '<f8', 'fortran_order': None, 'shape': (8,)}",
                "the header's fortran_order must be True or False, got None",
                SAVE_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f2", "<f16", "|f8", "=f8", "f8", "<U10", "|S3", "<M8[ns]", "", "<", "<F8", "<f8 "})
    void namesAnElementTypeThatIsNotSupported(String descr) throws IOException {
        assertHeaderRefused(
                header(descr, false, "(2,)"),
                "the element type '" + descr + "'" + SUPPORTED,
                "convert it with astype('f8') in NumPy and save it again");
    }

    @Test
    void namesObjectsAndStructures() throws IOException {
        assertHeaderRefused(
                header("|O", false, "(2,)"),
                "the element type '|O' (Python objects)" + SUPPORTED,
                "convert it with astype('f8') in NumPy and save it again");
        assertHeaderRefused(
                "{'descr': [('x', '<f4'), ('y', '<i2', (3,))], 'fortran_order': False, 'shape': (2,), }",
                "the structured element type [('x', '<f4'), ('y', '<i2', (3,))]" + SUPPORTED,
                "save one field at a time in NumPy and save it again");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 4, -1})
    void refusesUnknownVersions(byte major) throws IOException {
        byte[] file = versionOne(header("<f8", false, "(2,)"), new byte[16]);
        file[6] = major;
        assertRefused(
                file,
                "format version " + (major & 0xff) + ".0 is not known; known are 1.0, 2.0 and 3.0",
                "write the file again with numpy.save");
    }

    @Test
    void refusesAHeaderOfMoreThanOneMebibyte() throws IOException {
        byte[] file = version(2, "x");
        file[8] = file[9] = file[10] = file[11] = (byte) 0xff;
        assertRefused(file, "the header claims to be 4294967295 bytes long; more than 1048576 is refused", SAVE_AGAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {'descr': '<f8', 'shape': (8,)};                                       [descr, shape]
                    {'descr': '<f8', 'fortran_order': False, 'shape': (8,), 'extra': 1};   [descr, fortran_order, shape, extra]
                    {};                                                                    []
                    """)
    void refusesOtherKeys(String header, String keys) throws IOException {
        assertHeaderRefused(
                header, "the header has the keys " + keys + " in place of [descr, fortran_order, shape]", SAVE_AGAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    x;                                 expected '{' at character 1
                    {'a' 1};                           expected ':' at character 6
                    {'a': 1 'b': 2};                   expected ',' at character 9
                    {'a': 1, 'a': 2};                  the key 'a' occurs twice
                    {1: 2};                            expected a text as key before at character 3
                    {'a': };                           expected a value at character 7
                    {'a': (1 2)};                      expected ',' or ')' at character 10
                    {'a': [1;                          expected ',' or ']' at character 9
                    {'a': 'b;                          a text is not closed
                    {'a': 1} 2;                        expected the end at character 10
                    {'a': import};                     'import' is no value
                    {'a': 1;                           expected ',' at character 8
                    {'a': ((((((((((((((((((1;         more than 16 parentheses inside one another
                    {'a': -};                          the number - does not fit 64 bits
                    """)
    void saysWhereAHeaderIsNoDictionary(String header, String what) throws IOException {
        assertHeaderRefused(header, "the header is not a Python dictionary: " + what + " of " + header, SAVE_AGAIN);
    }

    @Test
    void quotesOnlyTheStartOfALongHeader() throws IOException {
        Path path = NpyFiles.write(folder, "bad.npy", versionOne("x".repeat(60_000)));
        assertThatThrownBy(() -> NpyReader.open(path))
                .hasMessageContaining("x".repeat(160) + "...")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    504b03041400;      50 4b 03 04 14 00 ("PK....");            it is a zip archive, perhaps .npz (several arrays) or a PyTorch file; load it in Python and write the one array with numpy.save
                    894844460d0a1a0a;  89 48 44 46 0d 0a 1a 0a (".HDF....");    it is an HDF5 file;                      write the dataset with numpy.save, through h5py
                    4d41544c414220352e;4d 41 54 4c 41 42 20 35 ("MATLAB 5");    it is a MATLAB file;                     write the variable with numpy.save, through scipy.io.loadmat
                    8004950000;        80 04 95 00 00 (".....");                it is a Python pickle;                   load it in Python and write the array with numpy.save
                    425a68393141;      42 5a 68 39 31 41 ("BZh91A");            it is compressed with bzip2;             decompress it, or compress it with gzip
                    fd377a585a00;      fd 37 7a 58 5a 00 (".7zXZ.");            it is compressed with xz;                decompress it, or compress it with gzip
                    28b52ffd00;        28 b5 2f fd 00 ("(./..");                it is compressed with zstd;              decompress it, or compress it with gzip
                    c340f140;          c3 40 f1 40 (".@.@");                    it is a SEG-Y file;                      read the traces in Python and write them with numpy.save
                    312e352c322e0a;    31 2e 35 2c 32 2e 0a ("1.5,2..");        it looks like text, perhaps CSV;         write it with numpy.save(name, numpy.loadtxt(...))
                    000000000000f03f;  00 00 00 00 00 00 f0 3f (".......?");    it may be raw numbers without a header;  write it with numpy.save(name, numpy.fromfile(..., dtype).reshape(...))
                    """, quoteCharacter = '`')
    void saysWhatAFileOfAnotherFormatIs(String start, String shown, String guess, String fix) throws IOException {
        byte[] content = NpyFiles.hex(start);
        String problem = "not a NumPy .npy file: it starts with " + shown + "; " + guess;
        assertRefused(content, problem, fix);
        assertRefused(NpyFiles.gzip(content), problem, fix);
    }

    @Test
    void saysThatAFileIsMissing() {
        Path path = folder.resolve("missing.npy");
        assertThatThrownBy(() -> NpyReader.open(path))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(path + ": there is no such file\n  fix  correct the name of the file");
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertThatThrownBy(() -> NpyReader.open(folder))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(folder + ": this is a folder, not a file\n  fix  name an .npy file in it");
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        Path path = NpyFiles.write(folder, "secret.npy", "x".getBytes(StandardCharsets.US_ASCII));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(path), "this user may read everything");
        assertThatThrownBy(() -> NpyReader.open(path))
                .hasMessage(path + ": the file may not be read\n  fix  allow yourself to read it");
    }

    @Test
    void refusesBeforeAllocatingWhatDoesNotFitIntoMemory() throws IOException {
        long elements = Math.min(Heap.LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / 8 + 1);
        assumeTrue(
                elements * 8 > Runtime.getRuntime().maxMemory(),
                "this machine lends more memory than an array can take");
        // Compressed zeros: a small file that may hold any number of values.
        Path path = NpyFiles.write(
                folder, "huge.npy", NpyFiles.gzip(versionOne(header("|u1", false, "(" + elements + ", 1)"))));
        try (NpyReader reader = NpyReader.open(path)) {
            assertThatThrownBy(reader::readAll)
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessageMatching("(?s).*: shape \\(" + elements + ", 1\\) needs " + 8 * elements
                            + " bytes of memory, and \\d+ are free\n"
                            + "  fix  give Java more memory \\(-Xmx\\), or take fewer of its " + elements + " slices");
        }
    }

    @Test
    void refusesMoreNumbersThanAnArrayInMemoryHolds() throws IOException {
        Path path =
                NpyFiles.write(folder, "huge.npy", NpyFiles.gzip(versionOne(header("<c8", false, "(2, 1000000000)"))));
        try (NpyReader reader = NpyReader.open(path)) {
            String message =
                    path + ": shape (2, 1000000000) has 4000000000 numbers; an array in memory holds up to 2147483639\n"
                            + "  fix  take fewer of its 2 slices";
            assertThatThrownBy(reader::readAll)
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessage(message);
            assertThatThrownBy(reader::readAllFloats)
                    .isInstanceOf(ArrayFileException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void refusesAFortranFileWhoseSlicesAreTooLargeToReorder() throws IOException {
        byte[] file = versionOne(header("|u1", true, "(2, 3, 1000000000)"));
        Path path = NpyFiles.write(folder, "slices.npy", NpyFiles.gzip(file));
        assertThatThrownBy(() -> NpyReader.open(path))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(path + ": Fortran order, and a slice of the leading axis has 3000000000 numbers;"
                        + " up to 2147483639 can be brought to C order\n"
                        + "  fix  save it again with numpy.save(name, numpy.ascontiguousarray(array))");
    }

    /** Whatever happens to the bytes of a file, it is read, or refused with an explanation. */
    @Test
    void explainsDamageOfAnyKind() throws IOException {
        long seed = 20260320;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] fortran = versionOne(header("<c8", true, "(3, 2)"), new byte[48]);
        byte[] whole = version(3, header(">i8", false, "(3, 2)"), new byte[48]);
        byte[][] files = {fortran, whole, NpyFiles.gzip(fortran)};
        int refused = 0;
        for (int trial = 0; trial < 1000; trial++) {
            byte[] damaged = files[trial % files.length].clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            damaged = random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
            Path path = NpyFiles.write(folder, "damaged.npy", damaged);
            try {
                assertThat(Npy.read(path).values()).hasSizeLessThan(100);
            } catch (ArrayFileException e) {
                assertThat(e.path()).isEqualTo(path);
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", trial " + trial + ": not explained", e);
            }
        }
        assertThat(refused).as("refused, with seed %d", seed).isGreaterThan(300);
    }

    @Test
    void rejectsAFileOfNumbersThatIsNoNumberOfSlices() throws IOException {
        Path path = Files.write(folder.resolve("numbers.bin"), new byte[20]);
        assertThatThrownBy(() -> NpyReader.openRaw(path, ElementType.FLOAT64, ByteOrder.LITTLE_ENDIAN, Shape.of(2)))
                .isInstanceOf(ArrayFileException.class)
                .hasMessage(
                        path
                                + ": has 20 bytes, which is no number of arrays of shape (2,) of f8 (16 bytes each): 1 and 4 bytes more\n"
                                + "  fix  correct the type of the numbers or the shape, or copy the file again; a compressed one must be unpacked");
    }
}
