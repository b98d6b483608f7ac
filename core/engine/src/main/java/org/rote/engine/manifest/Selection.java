package org.rote.engine.manifest;

import java.util.List;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The keys of a diagnostic's section that the engine owns. Public for the reader of records only.
 *
 * @param cases patterns of case names
 */
record Selection(
        @Doc("names of the cases to ask; * and ? are wildcards") @Default("[\"*\"]")
        List<String> cases) {

    Selection {
        new Checks().notEmpty("cases", cases).verify();
    }
}
