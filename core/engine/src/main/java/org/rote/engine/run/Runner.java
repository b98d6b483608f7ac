package org.rote.engine.run;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rote.engine.execution.TaskPool;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.wiring.Remarks;
import org.rote.engine.wiring.Resources;
import org.rote.engine.wiring.WiredCase;
import org.rote.engine.wiring.Wiring;

/** Runs studies. The composition root: every call makes one injector for the study, and in a run a child of it for each case. */
public final class Runner {

    private Runner() {}

    /**
     * Runs a study, or goes on with it. What fails in one case is a {@link Failure} of the outcome, and the other cases go on.
     *
     * @param study the bound study
     * @param catalog the plugins, for the provenance
     * @param options where and how
     * @return what it came to
     * @throws org.rote.engine.manifest.ManifestException when parts cannot be made or do not fit; nothing was run
     * @throws org.rote.engine.plugins.PluginException when a plugin fails in making a part; nothing was run
     * @throws org.rote.spi.InvalidInputException when the run directory cannot be used, or the disk is full; in the second case the run can be resumed
     */
    public static RunOutcome run(Study study, Catalog catalog, RunOptions options) {
        return with(
                study,
                catalog,
                options,
                injector -> injector.getInstance(StudyRun.class).run());
    }

    /**
     * Creates the parts of a study and checks that they fit; runs nothing.
     *
     * @param study the bound study
     * @param catalog the plugins
     * @param options of which the threads, the display and the interrupt are used
     * @return what would be run
     * @throws org.rote.engine.manifest.ManifestException when parts cannot be made or do not fit
     * @throws org.rote.engine.plugins.PluginException when a plugin fails in making a part
     */
    public static Overview check(Study study, Catalog catalog, RunOptions options) {
        return with(study, catalog, options, injector -> {
            List<Overview.PlannedCase> cases = new ArrayList<>();
            for (WiredCase wired : injector.getInstance(Wiring.class).resolve().cases()) {
                cases.add(new Overview.PlannedCase(
                        wired.name(),
                        wired.plan().parts(),
                        wired.posterior().map().space().describe(),
                        wired.posterior().map().mapping().range().describe(),
                        wired.section().loop().draws(),
                        wired.questions().stream()
                                .map(WiredCase.Question::label)
                                .toList()));
            }
            Remarks remarks = injector.getInstance(Remarks.class);
            return new Overview(
                    study.title(),
                    cases,
                    remarks.warnings().all(),
                    remarks.notes().all());
        });
    }

    private static <T> T with(Study study, Catalog catalog, RunOptions options, Function<Injector, T> use) {
        try (TaskPool pool = new TaskPool(options.threads(), options.interrupt())) {
            Injector injector = Guice.createInjector(Stage.PRODUCTION, new StudyModule(study, catalog, options, pool));
            Resources resources = injector.getInstance(Resources.class);
            try {
                return use.apply(injector);
            } finally {
                resources.close();
            }
        }
    }

    /** The version of the engine. */
    static String version() {
        return Optional.ofNullable(Runner.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
    }
}
