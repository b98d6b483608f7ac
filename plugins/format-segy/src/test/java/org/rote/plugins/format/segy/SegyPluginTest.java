package org.rote.plugins.format.segy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;

class SegyPluginTest {

    @Test
    void offersOneDataSetWithAnExample() {
        List<Factory<?, ? extends Dataset>> datasets = new SegyPlugin().datasets();
        assertThat(datasets).extracting(Factory::name).containsExactly("segy");
        assertThat(datasets.get(0).example()).startsWith("type: segy\n");
    }
}
