package org.rote.plugins.format.arrays;

import java.util.List;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the data sets {@code inline}, {@code npy}, {@code raw} and {@code csv}. */
public final class ArraysPlugin implements Plugin {

    /** For the service loader. */
    public ArraysPlugin() {}

    @Override
    public List<Factory<?, ? extends Dataset>> datasets() {
        return List.of(new InlineFactory(), new NpyFactory(), new RawFactory(), new CsvFactory());
    }
}
