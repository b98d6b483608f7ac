/** The rote command. */
module org.rote.app {
    requires org.rote.engine;
    requires info.picocli;

    // picocli fills the annotated fields of the commands.
    opens org.rote.app to
            info.picocli;
}
