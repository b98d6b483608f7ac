package org.rote.engine.manifest;

import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Part;
import org.rote.spi.Space;

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
        return new Located(
                BoundPart.located(key, () -> GivenModels.of(section, context).inCoordinates()), key);
    }

    /** The data set, whose models may turn out to be wrong only when they are read. */
    private record Located(Dataset dataset, String key) implements Dataset {

        @Override
        public Space space() {
            return dataset.space();
        }

        @Override
        public int count() {
            return dataset.count();
        }

        @Override
        public void read(int index, double[] out) {
            BoundPart.located(key, () -> {
                dataset.read(index, out);
                return out;
            });
        }
    }
}
