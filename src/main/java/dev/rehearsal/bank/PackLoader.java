package dev.rehearsal.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Imports the packs of a folder when the application starts. Whatever is wrong with one
 * of them, the others are imported and the application runs.
 */
@Component
class PackLoader implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(PackLoader.class);

	private final PacksProperties properties;

	private final PackImport packImport;

	private final Bank bank;

	private final FolderPacks folderPacks;

	private final Clock clock;

	PackLoader(PacksProperties properties, PackImport packImport, Bank bank, FolderPacks folderPacks, Clock clock) {
		this.folderPacks = folderPacks;
		this.properties = properties;
		this.packImport = packImport;
		this.bank = bank;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Path directory = this.properties.directory();
		if (!Files.isDirectory(directory)) {
			log.warn("There is no folder {}, so no packs are imported: create it, or set rehearsal.packs.directory",
					directory.toAbsolutePath());
			return;
		}
		Map<String, Path> seen = new HashMap<>();
		List<Path> packs = packs(directory);
		if (packs.isEmpty()) {
			log.warn("The folder {} holds no packs: a pack is a folder with a pack.yaml, or a YAML file", directory);
		}
		packs.forEach((pack) -> load(pack, seen));
	}

	private static List<Path> packs(Path directory) {
		if (!PackFiles.packYaml(directory).isEmpty()) {
			return List.of(directory);
		}
		try (Stream<Path> paths = Files.list(directory)) {
			return paths.filter(PackLoader::isPack).sorted().toList();
		}
		catch (IOException | UncheckedIOException ex) {
			log.warn("The folder {} cannot be read: check who may read it", directory);
			return List.of();
		}
	}

	private static boolean isPack(Path path) {
		if (!Files.isDirectory(path)) {
			return PackFiles.isYaml(path);
		}
		boolean isPack = !PackFiles.packYaml(path).isEmpty();
		if (!isPack && !path.getFileName().toString().startsWith(".")) {
			log.warn("The folder {} has no pack.yaml and is left out", path);
		}
		return isPack;
	}

	private void load(Path path, Map<String, Path> seen) {
		long begin = System.nanoTime();
		try {
			String id = PackReader.idOf(path);
			Path first = (id != null) ? seen.get(id) : null;
			if (first != null) {
				log.error("{} is not imported: its id {} is that of {}. Give one of the two another id.", path, id,
						first);
				return;
			}
			switch (this.packImport.importPack(path, this.clock.instant(), PackProgress.NONE)) {
				case ImportOutcome.Refused(PackReading.Broken broken) ->
					log.error("{}", ImportSentences.refused(path, broken, this.bank.packs()));
				case ImportOutcome.Imported(ImportResult result) -> {
					seen.put(result.packId(), path);
					this.folderPacks.put(result.packId(), path);
					log.info("{}", ImportSentences.imported(result, Duration.ofNanos(System.nanoTime() - begin)));
				}
			}
		}
		// The rest of the application runs, whatever goes wrong with one pack.
		catch (RuntimeException ex) {
			log.error("{} is not imported: {}. What was imported before stays in force.", path, ex.getMessage());
			log.debug("Import of {}", path, ex);
		}
	}

}
