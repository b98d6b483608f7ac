package org.rote.engine.run;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import org.rote.engine.wiring.WiredCase;

/** What belongs to one case; the child of the study's injector. */
final class CaseModule extends AbstractModule {

    private final WiredCase wired;
    private final CaseDirectory directory;
    private final CaseVoice voice;

    CaseModule(WiredCase wired, CaseDirectory directory, CaseVoice voice) {
        this.wired = wired;
        this.directory = directory;
        this.voice = voice;
    }

    @Override
    protected void configure() {
        Strictness.apply(binder());
        bind(WiredCase.class).toInstance(wired);
        bind(CaseDirectory.class).toInstance(directory);
        bind(CaseVoice.class).toInstance(voice);
        bind(LiveChain.class).in(Scopes.SINGLETON);
        bind(SamplingLoop.class).in(Scopes.SINGLETON);
        bind(CaseRun.class).in(Scopes.SINGLETON);
    }
}
