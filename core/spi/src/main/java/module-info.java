/** The contracts between Rote and its plugins. */
module org.rote.spi {}
