package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads the published contracts finds a comment on every type and method. */
final class CommentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"core/spi", "core/arrays", "core/numerics", "core/testkit"})
    void explainsEveryPublicTypeAndMethodOfAPublishedModule(String module) throws IOException {
        assertThat(uncommented(List.of(Assembled.ROOT.resolve(module)), true)).isEmpty();
    }

    @Test
    void explainsEveryPublicTypeOfEveryModule() throws IOException {
        List<Path> modules = Stream.of("core", "operators", "priors", "plugins", "distribution")
                .flatMap(part -> Assembled.list(Assembled.ROOT.resolve(part)).stream())
                .toList();
        assertThat(uncommented(modules, false)).isEmpty();
    }

    @Test
    void namesFileLineAndMemberOfWhatLacksAComment(@TempDir Path module) throws IOException {
        Path source = Files.createDirectories(module.resolve("src/main/java")).resolve("Shape.java");
        Files.writeString(source, """
                /** A shape. */
                public interface Shape {
                    double area();

                    /** The rim. */
                    double perimeter();

                    final class Square {}
                }
                """);
        assertThat(uncommented(List.of(module), true)).containsExactly(source + ":3 area", source + ":8 Square");
        assertThat(uncommented(List.of(module), false)).containsExactly(source + ":8 Square");
    }

    private static List<String> uncommented(List<Path> modules, boolean members) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : modules) {
            Path source = module.resolve("src/main/java");
            if (Files.isDirectory(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        assertThat(sources).isNotEmpty();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            List<String> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Finder(Trees.instance(task), members, found).scan(unit, null);
            }
            return found;
        }
    }

    /** Walks down public types only: what is inside a hidden one is hidden too. */
    private static final class Finder extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private final boolean members;
        private final List<String> found;

        Finder(Trees trees, boolean members, List<String> found) {
            this.trees = trees;
            this.members = members;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!isOpen(type.getModifiers().getFlags())) {
                return null;
            }
            note(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean inherits = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean generated =
                    trees.getSourcePositions().getStartPosition(getCurrentPath().getCompilationUnit(), method) < 0;
            if (members
                    && !inherits
                    && !generated
                    && isOpen(method.getModifiers().getFlags())) {
                note(method.getName().toString());
            }
            return null;
        }

        private boolean isOpen(Set<Modifier> flags) {
            TreePath parent = getCurrentPath().getParentPath();
            boolean memberOfInterface = parent != null
                    && (parent.getLeaf().getKind() == Tree.Kind.INTERFACE
                            || parent.getLeaf().getKind() == Tree.Kind.ANNOTATION_TYPE);
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || (memberOfInterface && !flags.contains(Modifier.PRIVATE));
        }

        private void note(String name) {
            if (trees.getDocComment(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                long start = trees.getSourcePositions()
                        .getStartPosition(unit, getCurrentPath().getLeaf());
                found.add(
                        unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(start) + " " + name);
            }
        }
    }
}
