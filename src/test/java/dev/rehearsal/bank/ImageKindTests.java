package dev.rehearsal.bank;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ImageKindTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "WEBP")
	void anImageIsToldByItsContent(ImageKind kind) throws IOException {
		assertThat(ImageKind.of(image(kind, 40, 30))).contains(kind);
	}

	@Test
	void webpIsReadFromItsHead() {
		String head = "52494646 24000000 57454250 56503820 18000000 30010000 9d012a".replace(" ", "");
		assertThat(ImageKind.of(HexFormat.of().parseHex(head + "0a000a00" + "00".repeat(8)))).contains(ImageKind.WEBP);
		assertThat(ImageKind.of(HexFormat.of().parseHex(head + "ff3f0a00" + "00".repeat(8)))).as("16,383 wide")
			.isEmpty();
	}

	@Test
	void whatIsTooWideIsRefusedWithoutDecodingIt() throws IOException {
		assertThat(ImageKind.of(image(ImageKind.PNG, ImageKind.WIDEST, 1))).isPresent();
		assertThat(ImageKind.of(image(ImageKind.PNG, ImageKind.WIDEST + 1, 1))).isEmpty();
	}

	@Test
	void whatHasTooManyBytesIsRefused() throws IOException {
		byte[] image = image(ImageKind.PNG, 10, 10);
		assertThat(ImageKind.of(Arrays.copyOf(image, ImageKind.LARGEST))).isPresent();
		assertThat(ImageKind.of(Arrays.copyOf(image, ImageKind.LARGEST + 1))).isEmpty();
	}

	@Test
	void vectorsAndPagesAreNoImages() {
		assertThat(ImageKind.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes())).isEmpty();
		assertThat(ImageKind.of("<html><script>alert(1)</script>".getBytes())).isEmpty();
		assertThat(ImageKind.of(new byte[0])).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "WEBP")
	void damagedImagesHarmNobody(ImageKind kind) throws IOException {
		byte[] image = image(kind, 40, 30);
		Random random = new Random(4);
		for (int i = 0; i < 300; i++) {
			byte[] damaged = Arrays.copyOf(image, 4 + random.nextInt(image.length - 4));
			for (int change = 0; change < 5; change++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			assertThatCode(() -> ImageKind.of(damaged)).doesNotThrowAnyException();
		}
	}

	private static byte[] image(ImageKind kind, int width, int height) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind.ending(), bytes))
			.isTrue();
		return bytes.toByteArray();
	}

}
