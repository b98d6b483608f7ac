package org.rote.plugins.report.html.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    @Test
    void isReadByTheDecoderOfThePlatform() throws IOException {
        int[] colors = {0xff0000, 0x00ff00, 0x0000ff};
        byte[] pixels = {1, 2, 3, 1, 2, 3, 3, 0, 1};

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(3, pixels, colors)));

        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(3);
        for (int i = 0; i < pixels.length; i++) {
            int color = image.getRGB(i % 3, i / 3);
            if (pixels[i] == 0) {
                assertThat(color >>> 24).as("opacity of pixel %d", i).isZero();
            } else {
                assertThat(color).as("pixel %d", i).isEqualTo(0xff000000 | colors[pixels[i] - 1]);
            }
        }
    }

    @Test
    void holdsEveryColourOfAMap() throws IOException {
        int[] colors = Colors.of(org.rote.spi.Figure.ColorMap.SEQUENTIAL);
        byte[] pixels = new byte[colors.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + 1);
        }

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(1, pixels, colors)));

        for (int i = 0; i < colors.length; i++) {
            assertThat(image.getRGB(0, i)).as("colour %d", i).isEqualTo(0xff000000 | colors[i]);
        }
    }

    @Test
    void makesRepeatedRowsCheap() {
        byte[] one = new byte[350];
        for (int i = 0; i < one.length; i++) {
            one[i] = (byte) (i * 37);
        }
        byte[] many = new byte[350 * 100];
        for (int row = 0; row < 100; row++) {
            System.arraycopy(one, 0, many, row * 350, 350);
        }
        int[] colors = new int[255];

        int more = Png.encode(350, many, colors).length - Png.encode(350, one, colors).length;
        assertThat(more).as("bytes for 99 more rows of 350 pixels").isLessThan(99 * 350 / 100);
    }
}
