package org.rote.plugins.dataset.geology.collection;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Space;

/** Makes the data set {@code joined}. */
public final class JoinedFactory implements Factory<JoinedConfig, Dataset> {

    /** For the plugin. */
    public JoinedFactory() {}

    @Override
    public String name() {
        return "joined";
    }

    @Override
    public Class<JoinedConfig> configType() {
        return JoinedConfig.class;
    }

    @Override
    public String describe() {
        return "the models of several data sets, one after another, such as a training set and the truth";
    }

    @Override
    public String example() {
        return "type: joined\nof: [ { type: layered, count: 50 }, { type: layered, first: 100000, count: 1 } ]\n";
    }

    @Override
    public Dataset create(JoinedConfig config, Context context) {
        return new JoinedModels(
                config.of().stream().map(part -> part.create(context)).toList());
    }

    /**
     * Models of several data sets of one space.
     *
     * @param parts the data sets
     */
    private record JoinedModels(List<Dataset> parts) implements Dataset {

        @Override
        public Space space() {
            return parts.get(0).space();
        }

        @Override
        public int count() {
            return parts.stream().mapToInt(Dataset::count).reduce(0, Math::addExact);
        }

        @Override
        public void read(int index, double[] out) {
            int first = 0;
            for (Dataset part : parts) {
                if (index < first + part.count()) {
                    part.read(index - first, out);
                    return;
                }
                first += part.count();
            }
            throw new IndexOutOfBoundsException("model " + index + " of " + first);
        }
    }
}
