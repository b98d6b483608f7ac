package org.rote.engine.run;

import com.google.inject.Injector;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rote.engine.execution.Display;
import org.rote.engine.execution.Interrupt;
import org.rote.engine.wiring.Remarks;
import org.rote.engine.wiring.SharedPosterior;
import org.rote.engine.wiring.Told;
import org.rote.engine.wiring.WiredCase;

/** Makes the runs of cases, each from an injector of its own. */
final class CaseRuns {

    private final Injector study;
    private final Display display;
    private final Interrupt interrupt;
    private final Told warnings;

    @Inject
    CaseRuns(Injector study, Display display, Interrupt interrupt, Remarks remarks) {
        this.study = study;
        this.display = display;
        this.interrupt = interrupt;
        this.warnings = remarks.warnings();
    }

    /** A case that waits for its turn. */
    record Waiting(WiredCase wired, CaseVoice voice) {}

    /** Cases on the same posterior side by side, in the order of the manifest, and so are the groups. */
    List<List<Waiting>> grouped(List<WiredCase> cases) {
        Map<SharedPosterior, List<Waiting>> groups = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            WiredCase wired = cases.get(i);
            String label = "[" + (i + 1) + "/" + cases.size() + "] " + wired.name();
            CaseVoice voice = new CaseVoice(wired.name(), label, display, interrupt, warnings);
            groups.computeIfAbsent(wired.posterior(), posterior -> new ArrayList<>())
                    .add(new Waiting(wired, voice));
        }
        return List.copyOf(groups.values());
    }

    /** The runs of one group, which know each other. */
    List<CaseRun> begin(Collection<Waiting> group, RunDirectory directory) {
        List<CaseRun> begun = group.stream()
                .map(waiting -> begin(waiting, directory.ofCase(waiting.wired().name())))
                .toList();
        begun.forEach(run -> run.setGroup(begun));
        return begun;
    }

    private CaseRun begin(Waiting waiting, CaseDirectory directory) {
        CaseModule module = new CaseModule(waiting.wired(), directory, waiting.voice());
        return study.createChildInjector(module).getInstance(CaseRun.class);
    }
}
