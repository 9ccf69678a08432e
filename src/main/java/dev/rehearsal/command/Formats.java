package dev.rehearsal.command;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.rehearsal.exchange.Format;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Formats of other systems as a command was given them. */
final class Formats {

	private Formats() {
	}

	static Format require(CommandSpec spec, String code) {
		return Format.of(code)
			.orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no format %s; there are: %s"
				.formatted(code, Arrays.stream(Format.values()).map(Format::code).collect(Collectors.joining(", ")))));
	}

}
