package org.rote.plugins.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rote.spi.Default;
import org.rote.spi.Plugin;
import org.rote.testkit.PluginContract;

class HtmlPluginTest extends PluginContract {

    @Override
    protected Plugin plugin() {
        return new HtmlPlugin();
    }

    @Test
    void writesPicturesUnlessToldNotTo() {
        assertThat(HtmlConfig.class.getRecordComponents()).singleElement().satisfies(component -> {
            assertThat(component.getName()).isEqualTo("figures");
            assertThat(component.getAnnotation(Default.class).value()).isEqualTo("true");
        });
    }
}
