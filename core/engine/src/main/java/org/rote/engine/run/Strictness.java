package org.rote.engine.run;

import com.google.inject.Binder;

/** The rules that every injector of the engine follows: nothing is bound by guessing. */
final class Strictness {

    private Strictness() {}

    static void apply(Binder binder) {
        binder.requireExplicitBindings();
        binder.requireAtInjectOnConstructors();
        binder.requireExactBindingAnnotations();
        binder.disableCircularProxies();
    }
}
