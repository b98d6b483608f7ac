package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rote.spi.Default;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;
import org.rote.spi.Report;

class HtmlPluginTest {

    @Test
    void offersOneReport() {
        Factory<?, ? extends Report> factory = new HtmlPlugin().reports().get(0);

        assertThat(factory.name()).isEqualTo("html");
        assertThat(factory.configType()).isEqualTo(HtmlConfig.class);
        assertThat(factory.example()).startsWith("type: html\n").contains("figures: true");
        assertThat(factory.describe()).contains("report.html");
    }

    @Test
    void writesPicturesUnlessToldNotTo() {
        assertThat(HtmlConfig.class.getRecordComponents()).singleElement().satisfies(component -> {
            assertThat(component.getName()).isEqualTo("figures");
            assertThat(component.getAnnotation(Default.class).value()).isEqualTo("true");
        });
    }

    @Test
    void isFoundAsAService() {
        assertThat(HtmlPlugin.class.getModule().getDescriptor().provides()).anySatisfy(provided -> {
            assertThat(provided.service()).isEqualTo(Plugin.class.getName());
            assertThat(provided.providers()).containsExactly(HtmlPlugin.class.getName());
        });
    }
}
