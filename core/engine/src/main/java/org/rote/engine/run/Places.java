package org.rote.engine.run;

import java.io.IOException;
import java.nio.file.Path;

/** Where a run goes that is not told where: {@code results/<study>}, with a number behind it where that is taken. */
final class Places {

    private Places() {}

    /**
     * The next free directory, or to resume, the last that is taken.
     *
     * @param root what {@code results} is in
     * @param manifest the manifest; the study has its name, or that of its directory where it is called {@code study}
     */
    static Path choose(Path root, Path manifest, boolean resume) {
        Path base = root.resolve("results").resolve(studyName(manifest));
        Path place = base;
        Path lastTaken = base;
        for (int number = 2; isTaken(place); number++) {
            lastTaken = place;
            place = base.resolveSibling(base.getFileName() + "-" + number);
        }
        return resume ? lastTaken : place;
    }

    private static boolean isTaken(Path place) {
        try {
            return !RunDirectory.isVacant(place);
        } catch (IOException e) {
            // A file, or a directory that must not be read: in any case not free.
            return true;
        }
    }

    private static String studyName(Path manifest) {
        Path absolute = manifest.toAbsolutePath().normalize();
        String file = absolute.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        return name.equals("study") && absolute.getNameCount() > 1
                ? absolute.getName(absolute.getNameCount() - 2).toString()
                : name;
    }
}
