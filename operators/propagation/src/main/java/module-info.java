/** Acoustic waves in time: grid, absorbing layers, stepping, its derivative and transpose, and memory, shared by operators. A library, no plugin. */
@SuppressWarnings("module") // the module named below is compiled later
module org.rote.operators.propagation {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;

    exports org.rote.operators.propagation;
    // What to keep of a run within a budget: the same on a card.
    exports org.rote.operators.propagation.memory to
            org.rote.operators.cuda;
}
