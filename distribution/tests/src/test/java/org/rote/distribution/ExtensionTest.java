package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin from elsewhere: compiled against the released contracts only, dropped into a distribution, named in a manifest, run; and the ways in which that can go wrong. */
class ExtensionTest {

    private static final String STUDY = """
            rote: 1
            title: A plugin from elsewhere
            seed: 3
            operator: { type: doubling, factor: 2 km }
            observation: { data: [4000] }
            noise: { type: gaussian, standard-deviation: 0.5 }
            prior: { type: hat, training: { type: inline, models: [[1.0], [2.0], [5.0]] } }
            sampler: { type: reweighting, draws: 50 }
            diagnostics: [ { type: effective-modes } ]
            """;

    @TempDir
    Path directory;

    private Path distribution;

    @BeforeEach
    void copyTheDistribution() throws IOException {
        distribution = directory.resolve("rote");
        try (Stream<Path> files = Files.walk(Assembled.HOME)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        distribution.resolve(Assembled.HOME.relativize(file).toString()));
            }
        }
        Files.writeString(directory.resolve("study.yaml"), STUDY);
    }

    @Test
    void runsAnOperatorAndAPriorThatNobodyRecompiledRoteFor() throws Exception {
        compile("doubling", sources("out[0] = factor * dx[0];"));
        Command plugins = rote("plugins");
        assertThat(plugins.code()).as(plugins.err()).isZero();
        assertThat(plugins.out()).contains("F(x) = factor x").containsPattern("org.elsewhere.doubling +4.5.6 +");
        Command run = rote("run", "study.yaml", "--out", "results", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(directory.resolve("results/summary.json")))
                .contains("effective-modes.effective-modes");
        assertThat(Files.readString(directory.resolve("results/provenance.json")))
                .contains("org.elsewhere.doubling");
        assertThat(rote("describe", "doubling").out()).contains("factor", "m", "required", "what x is multiplied by");
    }

    @Test
    void blamesTheNumericsOfAnOperatorThatReturnsNaN() throws Exception {
        compile("doubling", sources("out[0] = Double.NaN;"));
        Command run = rote("run", "study.yaml", "--out", "results", "--quiet");
        assertThat(run.code()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains("NaN");
    }

    @Test
    void failsTheVerificationOfAWrongTranspose() throws Exception {
        Map<String, String> wrong = new HashMap<>(sources("out[0] = factor * dx[0];"));
        wrong.replaceAll((file, text) -> text.replace("out[0] = factor * dy[0];", "out[0] = 1.01 * factor * dy[0];"));
        compile("doubling", wrong);
        Command verify = rote("verify", "study.yaml");
        assertThat(verify.code()).as(verify.err()).isEqualTo(4);
        assertThat(verify.out()).contains("FAIL  dot test");
    }

    @Test
    void blamesAPluginThatThrows() throws Exception {
        compile("doubling", sources("throw new IllegalStateException(\"out of luck\");"));
        Command run = rote("run", "study.yaml", "--out", "results", "--quiet");
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("out of luck").doesNotContain("\tat ");
    }

    @Test
    void namesAPluginThatCannotBeLoadedAndRunsTheRest() throws Exception {
        Files.writeString(
                Files.createDirectories(distribution.resolve("plugins/torn")).resolve("torn.jar"), "no jar");
        Command plugins = rote("plugins");
        assertThat(plugins.code()).isEqualTo(3);
        assertThat(plugins.err()).contains("plugin torn: a jar cannot be read as a module");
        Files.writeString(
                directory.resolve("study.yaml"),
                STUDY.replace("doubling, factor: 2 km", "cubic-1d")
                        .replace("type: hat", "type: empirical")
                        .replace("4000", "1"));
        Command run = rote("run", "study.yaml", "--out", "results", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: plugin torn");
    }

    @Test
    void runsNothingWhileTwoPluginsClaimOneName() throws Exception {
        compile("doubling", sources("out[0] = factor * dx[0];"));
        Map<String, String> other = new HashMap<>();
        sources("out[0] = 0;")
                .forEach((file, text) -> other.put(
                        file.replace("doubling", "twin"),
                        text.replace("org.elsewhere.doubling", "org.elsewhere.twin")));
        compile("twin", other);
        Command run = rote("run", "study.yaml", "--out", "results", "--quiet");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("operator \"doubling\" is offered more than once", "doubling.jar", "twin.jar");
    }

    @Test
    void refusesAStrayCopyOfTheContractsAndAMissingLibrary() throws Exception {
        compile("doubling", sources("out[0] = factor * dx[0];"));
        Path contracts = contracts();
        Path stray = distribution.resolve("plugins/doubling").resolve(contracts.getFileName());
        Files.copy(contracts, stray);
        assertThat(rote("plugins").err()).contains("brings its own copy of org.rote.spi");
        Files.delete(stray);
        Path library = Assembled.list(distribution.resolve("plugins/format-arrays")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("fastcsv"))
                .findFirst()
                .orElseThrow();
        Files.delete(library);
        assertThat(rote("plugins").err())
                .contains("plugin format-arrays: a module that it requires is missing", "de.siegmar.fastcsv");
    }

    private Command rote(String... arguments) throws IOException, InterruptedException {
        return Command.run(distribution, directory, arguments);
    }

    private Path contracts() {
        return Assembled.list(distribution.resolve("lib")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("rote-spi-"))
                .findFirst()
                .orElseThrow();
    }

    private void compile(String name, Map<String, String> sources) throws IOException {
        Path work = Files.createDirectories(directory.resolve("work-" + name));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-d",
                work.resolve("classes").toString(),
                "--module-path",
                contracts().toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        tool("javac", arguments);
        Path plugin = Files.createDirectories(distribution.resolve("plugins").resolve(name));
        tool(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        plugin.resolve(name + ".jar").toString(),
                        "--module-version",
                        "4.5.6",
                        "-C",
                        work.resolve("classes").toString(),
                        "."));
    }

    private static void tool(String name, List<String> arguments) {
        StringWriter said = new StringWriter();
        int code = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertThat(code).as("%s: %s", name, said).isZero();
    }

    /** An operator F(x) = factor · x whose product is {@code apply}, and a prior of atoms. */
    private static Map<String, String> sources(String apply) {
        String header = "package org.elsewhere.doubling;\nimport java.util.List;\nimport org.rote.spi.*;\n";
        return Map.of(
                "module-info.java",
                """
                module org.elsewhere.doubling {
                    requires org.rote.spi;
                    exports org.elsewhere.doubling;
                    provides org.rote.spi.Plugin with org.elsewhere.doubling.DoublingPlugin;
                }
                """,
                "org/elsewhere/doubling/DoublingConfig.java",
                header
                        + "public record DoublingConfig(@Doc(\"what x is multiplied by\") @Unit(\"m\") double factor) {}",
                "org/elsewhere/doubling/HatConfig.java",
                header + "public record HatConfig(@Doc(\"training models\") Part<Dataset> training) {}",
                "org/elsewhere/doubling/DoublingPlugin.java",
                header + """
                public final class DoublingPlugin implements Plugin {
                    public List<Factory<?, ? extends ForwardOperator>> operators() { return List.of(new Operators()); }
                    public List<Factory<?, ? extends Prior>> priors() { return List.of(new Priors()); }

                    static final class Operators implements Factory<DoublingConfig, ForwardOperator> {
                        public String name() { return "doubling"; }
                        public Class<DoublingConfig> configType() { return DoublingConfig.class; }
                        public String describe() { return "F(x) = factor x"; }
                        public String example() { return "type: doubling\\nfactor: 2 m"; }
                        public ForwardOperator create(DoublingConfig config, Context context) { return new Doubling(config.factor()); }
                    }

                    record Doubling(double factor) implements LinearOperator {
                        public Space domain() { return Space.vector(1); }
                        public Space range() { return Space.vector(1); }
                        public void apply(double[] dx, double[] out) { %s }
                        public void applyAdjoint(double[] dy, double[] out) { out[0] = factor * dy[0]; }
                    }

                    static final class Priors implements Factory<HatConfig, Prior> {
                        public String name() { return "hat"; }
                        public Class<HatConfig> configType() { return HatConfig.class; }
                        public String describe() { return "the training models, drawn from a hat"; }
                        public String example() { return "type: hat\\ntraining: { type: inline, models: [[1]] }"; }
                        public Prior create(HatConfig config, Context context) { return new Hat(config.training().create(context)); }
                    }

                    record Hat(Dataset training) implements Prior, Atoms {
                        public Space space() { return training.space(); }
                        public int count() { return training.count(); }
                        public void atom(int n, double[] out) { training.read(n, out); }
                        public double logWeight(int n) { return -Math.log(count()); }
                        public String identity() { return "hat"; }
                    }
                }
                """.replace("%s", apply));
    }
}
