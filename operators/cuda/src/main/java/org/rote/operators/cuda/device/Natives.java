package org.rote.operators.cuda.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import jcuda.LibUtils;
import jcuda.driver.JCudaDriver;

/** Loads the native part of JCuda. */
final class Natives {

    /** Where JCuda writes its library, unless there is a file of that name, which it loads unseen. */
    private static final String DIRECTORY_OF_JCUDA = "java.io.tmpdir";

    private static final String LIBRARY = "JCudaDriver-12.6.0-linux-x86_64";

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
     * Loads it. JCuda would leave it in the directory for temporary files, under a name that anyone can take before: so it is put into a new directory that only this user can write, and JCuda is made to look there.
     *
     * @throws IOException when it cannot be written
     * @throws LinkageError when it does not load
     */
    static void load() throws IOException {
        Path directory = Files.createTempDirectory("rote-cuda");
        Path file = directory.resolve(LibUtils.createLibraryFileName(LIBRARY));
        try {
            try (InputStream library = Natives.class.getResourceAsStream("/lib/" + file.getFileName())) {
                if (library == null) {
                    throw new IOException("lib/" + file.getFileName() + " is missing from this plugin");
                }
                Files.copy(library, file);
            }
            initialize(directory);
        } finally {
            // Once it is loaded, its file is not needed.
            Files.deleteIfExists(file);
            Files.delete(directory);
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
