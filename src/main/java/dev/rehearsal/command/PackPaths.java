package dev.rehearsal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Paths of packs as a command was given them. */
final class PackPaths {

	private PackPaths() {
	}

	/** Sees that they are there: a path with a slip in it is no pack with a problem. */
	static void require(CommandSpec spec, List<Path> paths) {
		for (Path path : paths) {
			if (!Files.exists(path)) {
				throw new ParameterException(spec.commandLine(), "There is no file or folder " + path);
			}
		}
	}

}
