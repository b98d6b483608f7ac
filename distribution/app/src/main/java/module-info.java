/** The rote command. */
module org.rote.app {
    requires org.rote.engine;
    requires info.picocli;
}
