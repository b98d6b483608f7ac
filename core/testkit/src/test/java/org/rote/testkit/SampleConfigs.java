package org.rote.testkit;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/** Config records for {@link PluginContractTest}, in a public class as the engine needs them. */
public final class SampleConfigs {

    private SampleConfigs() {}

    public record Config(
            @Doc("cells") int cellCount,
            @Doc("size") @Default("1") double size,
            @Doc("label") Optional<String> label) {}

    public record Outer(@Doc("parts") List<Inner> parts) {}

    public record Inner(@Doc("size.") int size) {}
}
