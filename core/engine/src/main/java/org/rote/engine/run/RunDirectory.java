package org.rote.engine.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.rote.spi.InvalidInputException;

/** The directory of one run, held by a lock until it is closed, so that two runs cannot write into each other. */
final class RunDirectory implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;
    private final boolean resumed;

    private RunDirectory(Path path, FileChannel lock, boolean resumed) {
        this.path = path;
        this.lock = lock;
        this.resumed = resumed;
    }

    /**
     * Takes a directory for a run and writes the manifest into it, or finds there what a run of the same manifest left.
     *
     * @throws InvalidInputException when it holds something else, is in use, or cannot be written
     */
    static RunDirectory open(Path path, String manifest, boolean resume) {
        try {
            // Looked at before anything is created, so that a directory of somebody else stays as it is.
            boolean begun = isBegun(path, manifest, resume);
            Files.createDirectories(path);
            FileChannel lock = lock(path);
            try {
                begun = isBegun(path, manifest, resume);
                if (!begun) {
                    AtomicFile.write(path.resolve("manifest.yaml"), manifest);
                }
                return new RunDirectory(path, lock, begun);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Storage.failure(path, e);
        }
    }

    /**
     * Looks whether {@link #open} would take a directory; creates nothing.
     *
     * @throws InvalidInputException when it holds something else
     */
    static void requireUsable(Path path, String manifest, boolean resume) {
        try {
            isBegun(path, manifest, resume);
        } catch (IOException e) {
            throw Storage.failure(path, e);
        }
    }

    private static boolean isBegun(Path path, String manifest, boolean resume) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new InvalidInputException(
                    path.toString(), "is a file, not a directory", "give another directory with --out");
        }
        if (isVacant(path)) {
            return false;
        }
        Path earlier = path.resolve("manifest.yaml");
        if (!Files.isRegularFile(earlier)) {
            throw new InvalidInputException(
                    path.toString(), "exists, is not empty and holds no run", "give another directory with --out");
        }
        if (!resume) {
            throw new InvalidInputException(
                    path.toString(),
                    "holds a run already",
                    "go on with it by --resume, or give another directory with --out");
        }
        requireSame(path, Files.readString(earlier), manifest);
        return true;
    }

    /** Whether there is nothing but hidden files: the lock, and what a run left that was killed before it wrote anything whole. */
    static boolean isVacant(Path path) throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.getFileName().toString().startsWith("."));
        }
    }

    private static void requireSame(Path path, String earlier, String manifest) {
        List<String> before = earlier.lines().toList();
        List<String> now = manifest.lines().toList();
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            String was = i < before.size() ? before.get(i).strip() : "";
            String is = i < now.size() ? now.get(i).strip() : "";
            if (!was.equals(is)) {
                throw new InvalidInputException(
                        path.toString(),
                        "holds the run of another manifest, which says \"" + was + "\" where this one says \"" + is
                                + "\" (line " + (i + 1) + " of its manifest.yaml)",
                        "give the manifest that the run was started with, or another directory with --out");
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: said below in the same words.
        }
        channel.close();
        throw new InvalidInputException(
                path.toString(),
                "another run is writing there now",
                "wait until it is done, or give another directory with --out");
    }

    Path path() {
        return path;
    }

    /** Whether an earlier run of the same manifest was found. */
    boolean isResumed() {
        return resumed;
    }

    Path provenance() {
        return path.resolve("provenance.json");
    }

    Path summary() {
        return path.resolve("summary.json");
    }

    CaseDirectory ofCase(String name) {
        return new CaseDirectory(path.resolve("cases").resolve(name));
    }

    CaseDirectory ofPool(String diagnostic, String name) {
        return new CaseDirectory(path.resolve("pools").resolve(diagnostic).resolve(name));
    }

    /** Lets go of the directory. The lock's file stays: were it removed, two runs could hold two files of that name. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw Storage.failure(path, e);
        }
    }
}
