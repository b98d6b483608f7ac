package org.rote.engine.manifest;

import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Part;

/**
 * A data set inside another section.
 *
 * @param section the section
 * @param key its key relative to the section around it
 */
record BoundDataset(Section<Dataset> section, String key) implements Part<Dataset> {

    @Override
    public String type() {
        return section.offer().name();
    }

    @Override
    public Dataset create(Context context) {
        return BoundPart.located(key, () -> GivenModels.of(section, context).inCoordinates());
    }
}
