package org.rote.operators.cuda.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jcuda.LibUtils;
import jcuda.driver.JCudaDriver;

/** Loads the native part of JCuda. */
final class Natives {

    /** Where JCuda writes its library, unless there is a file of that name, which it loads unseen. */
    private static final String DIRECTORY_OF_JCUDA = "java.io.tmpdir";

    private static final String LIBRARY = "JCudaDriver-12.6.0-linux-x86_64";

    private static final String DRIVER = "libcuda.so.1";

    /** What the loader of Linux has found in the directories that it was told of. */
    private static final Path CACHE = Path.of("/etc/ld.so.cache");

    /** Where it looks besides. */
    private static final List<String> USUAL =
            List.of("/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/wsl/lib");

    private Natives() {}

    /**
     * Whether there is one for this machine.
     *
     * @return whether it is Linux on x86-64
     */
    static boolean existForThisMachine() {
        String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return System.getProperty("os.name", "").equals("Linux")
                && (architecture.equals("amd64") || architecture.equals("x86_64"));
    }

    /**
     * Whether there is a driver, by the name of its library. Asked first: later versions of Java warn of every native library, which nobody without a driver should see.
     *
     * @return whether the loader of Linux would find one
     */
    static boolean driverIsThere() {
        String told = Optional.ofNullable(System.getenv("LD_LIBRARY_PATH")).orElse("");
        boolean found = Stream.concat(told.lines().flatMap(line -> Stream.of(line.split(":"))), USUAL.stream())
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.exists(Path.of(directory, DRIVER)));
        return found || isInCache();
    }

    private static boolean isInCache() {
        try {
            return Files.exists(CACHE)
                    && Files.readString(CACHE, StandardCharsets.ISO_8859_1).contains(DRIVER + "\0");
        } catch (IOException unreadable) {
            return true; // then the loader says it
        }
    }

    /**
     * Loads it. JCuda would leave it in the directory for temporary files, under a name that anyone can take before: so it is put into a new directory that only this user can write, and JCuda is made to look there.
     *
     * @throws IOException when it cannot be written
     * @throws LinkageError when it does not load
     */
    static void load() throws IOException {
        load(Path.of(System.getProperty(DIRECTORY_OF_JCUDA)));
    }

    /** The same, below another directory. */
    static void load(Path temporary) throws IOException {
        Path directory = Files.createTempDirectory(temporary, "rote-cuda");
        Path file = directory.resolve(LibUtils.createLibraryFileName(LIBRARY));
        try {
            unpack(file);
            initialize(directory);
        } finally {
            remove(file);
            remove(directory);
        }
    }

    private static void unpack(Path file) throws IOException {
        try (InputStream library = Natives.class.getResourceAsStream("/lib/" + file.getFileName())) {
            if (library == null) {
                throw new UnsatisfiedLinkError("lib/" + file.getFileName() + " is missing from this plugin");
            }
            Files.copy(library, file);
        }
    }

    /** Once the library is loaded, its file is not needed. */
    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // It does no harm, and must not hide why the library did not load.
        }
    }

    private static void initialize(Path directory) {
        String before = System.getProperty(DIRECTORY_OF_JCUDA);
        System.setProperty(DIRECTORY_OF_JCUDA, directory.toString());
        try {
            JCudaDriver.setExceptionsEnabled(false);
        } finally {
            System.setProperty(DIRECTORY_OF_JCUDA, before);
        }
    }
}
