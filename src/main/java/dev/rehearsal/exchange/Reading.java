package dev.rehearsal.exchange;

import java.util.List;
import java.util.SortedMap;

import dev.rehearsal.bank.Pack;
import dev.rehearsal.bank.PackReading;

/** What came of reading a file in another format. */
public sealed interface Reading {

	/**
	 * A pack, with what could not be taken over.
	 *
	 * @param format the format that the file turned out to have
	 * @param pack the pack
	 * @param files the pack as its own files, by path
	 * @param losses what could not be taken over, in the order of the file
	 */
	record Converted(Format format, Pack pack, SortedMap<String, byte[]> files, List<Loss> losses) implements Reading {
	}

	/**
	 * The file is not read.
	 *
	 * @param reason why
	 * @param sentence what is wrong and what to do
	 */
	record Refused(Refusal reason, String sentence) implements Reading {
	}

	/**
	 * The file is a pack of ours that has problems.
	 *
	 * @param problems by file and line
	 */
	record Faulty(PackReading.Broken problems) implements Reading {
	}

}
