package org.rote.engine.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.plugins.PluginException;

/** Reads manifests: YAML, one file, one study. Safe to use from several threads at once. */
public final class ManifestReader {

    private final Catalog catalog;

    /**
     * A reader that knows some plugins.
     *
     * @param catalog what they offer
     */
    public ManifestReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads a manifest, binds every section to its plugin's config record, and checks how they fit together. Goes on after a problem wherever it can, so that
     * all of them are told at once. Nothing is created yet.
     *
     * @param file the manifest; at most 8 MiB of UTF-8
     * @param purpose what it is read for
     * @return the study
     * @throws ManifestException when anything is wrong, with all of it
     * @throws PluginException when a plugin's factory or config record fails
     */
    public Study read(Path file, Purpose purpose) {
        Reading reading = Reading.of(file, catalog);
        Tree tree = YamlReader.read(text(file, reading.problems()), reading.problems());
        return new StudyReader(reading, purpose).read(tree);
    }

    private static String text(Path file, Problems problems) {
        if (!Files.isRegularFile(file)) {
            String what = Files.exists(file) ? "is no file" : "does not exist";
            throw problems.fatal(0, what, "give the path of a manifest, such as study.yaml");
        }
        try {
            if (Files.size(file) > YamlReader.LARGEST_TEXT) {
                throw problems.fatal(
                        0,
                        "is larger than a manifest may be: " + Files.size(file) + " of " + YamlReader.LARGEST_TEXT
                                + " bytes",
                        "keep arrays in .npy files and name those");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problems.fatal(0, "is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw problems.fatal(0, "cannot be read: " + e, "check the file and its permissions");
        }
    }
}
