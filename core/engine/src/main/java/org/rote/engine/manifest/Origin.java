package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Problem;

/** Where in a manifest a section stands; turns what its plugin says about a key into a problem at that key's line. */
public final class Origin {

    private final Location location;
    private final String where;
    private final String context;
    private final Tree tree;
    private final Map<String, String> parts;

    /**
     * An origin in a manifest that was read.
     *
     * @param location the line of the section's key
     * @param where the section's key from the root of the manifest
     * @param context the section and its plugin, in words
     * @param tree what is written there
     * @param parts the same words for each section inside this one, by its key relative to this one
     */
    Origin(Location location, String where, String context, Tree tree, Map<String, String> parts) {
        this.location = location;
        this.where = where;
        this.context = context;
        this.tree = tree;
        this.parts = Map.copyOf(parts);
    }

    /**
     * The origin of a section that was not read from a file with lines of its own: every problem is at this one line.
     *
     * @param file the manifest
     * @param line the line
     * @param where the section's key from the root of the manifest
     * @return the origin
     */
    public static Origin of(Path file, int line, String where) {
        return new Origin(new Location(file, line), where, "", new Tree.Mapping(Map.of(), line), Map.of());
    }

    /**
     * The line of the section's key.
     *
     * @return the line
     */
    public Location location() {
        return location;
    }

    /**
     * The section's key from the root of the manifest.
     *
     * @return for example {@code priors.smooth}
     */
    public String where() {
        return where;
    }

    /**
     * The section and its plugin, for people.
     *
     * @return for example {@code prior "gaussian" (plugin org.rote.priors.mixture 0.1.0)}
     */
    public String context() {
        return context;
    }

    /**
     * Finds the line of a problem.
     *
     * @param problem a problem whose place is relative to this section
     * @return the same problem, in the file
     */
    public LocatedProblem locate(Problem problem) {
        int line = KeyPath.line(tree, problem.where(), location.line());
        return new LocatedProblem(
                new Location(location.file(), line),
                KeyPath.join(where, problem.where()),
                problem.what(),
                contextOf(problem.where()),
                problem.fix());
    }

    /**
     * Finds the lines of several problems.
     *
     * @param invalid problems whose places are relative to this section
     * @return the same problems, in the file
     */
    public ManifestException locate(InvalidInputException invalid) {
        List<LocatedProblem> problems =
                invalid.problems().stream().map(this::locate).toList();
        return new ManifestException(problems, invalid);
    }

    private String contextOf(String key) {
        String innermost = "";
        String words = context;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (part.getKey().length() > innermost.length() && KeyPath.isWithin(key, part.getKey())) {
                innermost = part.getKey();
                words = part.getValue();
            }
        }
        return words;
    }
}
