package dev.rehearsal.authoring;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.rehearsal.bank.ArchiveReading;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.FolderPacks;
import dev.rehearsal.bank.PackArchive;

import org.springframework.stereotype.Component;

/** The files of published packs, to begin drafts with. */
@Component
public class PackCopies {

	private final PackSources sources;

	private final FolderPacks folder;

	private final Bank bank;

	PackCopies(PackSources sources, FolderPacks folder, Bank bank) {
		this.sources = sources;
		this.folder = folder;
		this.bank = bank;
	}

	/**
	 * The files of a version.
	 * @param packId a pack that its owner asks for
	 * @param number of the version
	 * @return by path; empty if there is no such version
	 */
	public SortedMap<String, byte[]> of(String packId, int number) {
		return this.sources.archive(packId, number)
			.map(PackArchive::read)
			.filter(ArchiveReading.Files.class::isInstance)
			.map((reading) -> ((ArchiveReading.Files) reading).files())
			.orElseGet(TreeMap::new);
	}

	/**
	 * The files of a pack of the folder of packs, under an id that is free.
	 * @param packId the pack
	 * @return by path; empty if there is no such pack
	 * @throws IOException if they cannot be read
	 */
	public SortedMap<String, byte[]> ofFolder(String packId) throws IOException {
		SortedMap<String, byte[]> files = inFolder(packId);
		String copy = packId + "-copy";
		for (int number = 2; this.bank.pack(copy).isPresent(); number++) {
			copy = packId + "-copy-" + number;
		}
		DraftFiles.rename(files, copy);
		return files;
	}

	/**
	 * The files of a pack of the folder of packs, as they are there now.
	 * @param packId the pack
	 * @return by path; empty if there is no such pack
	 * @throws IOException if they cannot be read
	 */
	public SortedMap<String, byte[]> inFolder(String packId) throws IOException {
		return this.folder.files(packId);
	}

}
