package org.rote.engine.run;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import java.time.InstantSource;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.manifest.Study;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.wiring.Remarks;
import org.rote.engine.wiring.Resources;
import org.rote.engine.wiring.Wiring;
import org.rote.spi.RunExecutor;

/** What all cases of a study share. */
final class StudyModule extends AbstractModule {

    private final Study study;
    private final Catalog catalog;
    private final RunOptions options;
    private final RunExecutor executor;

    StudyModule(Study study, Catalog catalog, RunOptions options, RunExecutor executor) {
        this.study = study;
        this.catalog = catalog;
        this.options = options;
        this.executor = executor;
    }

    @Override
    protected void configure() {
        Strictness.apply(binder());
        bind(Study.class).toInstance(study);
        bind(Catalog.class).toInstance(catalog);
        bind(RunOptions.class).toInstance(options);
        bind(RunExecutor.class).toInstance(executor);
        bind(Display.class).toInstance(options.display());
        bind(Interrupt.class).toInstance(options.interrupt());
        bind(InstantSource.class).toInstance(options.clock());
        Remarks remarks = new Remarks(options.display()::line);
        bind(Remarks.class).toInstance(remarks);
        bind(Resources.class).toInstance(new Resources(remarks.warnings().of("closing")));
        bind(Wiring.class).in(Scopes.SINGLETON);
        bind(Provenance.class).in(Scopes.SINGLETON);
        bind(CaseRuns.class).in(Scopes.SINGLETON);
        bind(Pools.class).in(Scopes.SINGLETON);
        bind(StudyRun.class).in(Scopes.SINGLETON);
    }
}
