package dev.rehearsal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.rehearsal.bank.Pack;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of other systems, written in the tests. */
final class Given {

	private Given() {
	}

	static Reading.Converted converted(String file, String text) {
		Reading reading = Exchange.read(file, text.getBytes(StandardCharsets.UTF_8));
		assertThat(reading).isInstanceOf(Reading.Converted.class);
		return (Reading.Converted) reading;
	}

	static Pack.Item only(Reading.Converted reading) {
		assertThat(reading.pack().items()).hasSize(1);
		return reading.pack().items().getFirst();
	}

	static List<String> options(Pack.Item item) {
		return item.content().options().stream().map((option) -> option.text()).toList();
	}

	/** Texts of right options, of steps in order, or of each prompt's answer. */
	static List<String> key(Pack.Item item) {
		return item.content()
			.key()
			.stream()
			.map((key) -> key.substring(key.indexOf(':') + 1))
			.map((id) -> item.content()
				.options()
				.stream()
				.filter((it) -> it.id().equals(id))
				.findFirst()
				.orElseThrow()
				.text())
			.toList();
	}

	static Reading.Refused refused(String file, byte[] bytes) {
		Reading reading = Exchange.read(file, bytes);
		assertThat(reading).isInstanceOf(Reading.Refused.class);
		return (Reading.Refused) reading;
	}

	static List<String> sentences(Reading.Converted reading) {
		return reading.losses().stream().map(Loss::toString).toList();
	}

}
