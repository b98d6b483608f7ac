/** Acoustic waves in time: grid, absorbing layers, stepping, its derivative and transpose, and memory, shared by operators. A library, no plugin. */
module org.rote.operators.propagation {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;

    exports org.rote.operators.propagation;
    // Not to one module alone: plugins live in layers above, which are not there when this is resolved.
    exports org.rote.operators.propagation.memory;
}
