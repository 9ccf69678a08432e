package dev.rehearsal.bank;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads a pack file by file and hands its items on, so that of the largest pack only a
 * few files are in memory at a time. Files are read by as many threads as there are
 * cores; what was found in them is put together in their order.
 *
 * @param <T> what becomes of an item
 */
final class PackStream<T> {

	private static final long MOST_BYTES = 512L << 20;

	private static final int THREADS = Runtime.getRuntime().availableProcessors();

	private final Problems problems = new Problems();

	private final ItemIds ids = new ItemIds(this.problems);

	private final Function<Pack.Item, T> prepare;

	private final BiConsumer<PackDefinition, T> sound;

	private final PackProgress progress;

	private final Deque<Future<FileReading<T>>> ahead = new ArrayDeque<>();

	private @Nullable PackDefinition definition;

	private @Nullable Outline outline;

	private int filesRead;

	private long items;

	/**
	 * A reading of one pack.
	 * @param prepare what to make of an item; called by several threads
	 * @param sound gets the items file by file, until there is a problem; called by the
	 * thread that reads
	 * @param progress hears of each file
	 */
	PackStream(Function<Pack.Item, T> prepare, BiConsumer<PackDefinition, T> sound, PackProgress progress) {
		this.prepare = prepare;
		this.sound = sound;
		this.progress = progress;
	}

	/**
	 * Reads the pack.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @return if it is sound, the pack without the items, which were handed on
	 */
	PackReading read(Path pack) {
		return readAll(PackFile.nameOf(pack), PackFiles.find(pack, this.problems));
	}

	/**
	 * Reads the pack from memory.
	 * @param name what problems call the whole
	 * @param files the files by path
	 * @return if it is sound, the pack without the items, which were handed on
	 */
	PackReading read(String name, SortedMap<String, byte[]> files) {
		return readAll(name, PackContents.find(name, files, this.problems));
	}

	private PackReading readAll(String name, List<PackFile> files) {
		try (ExecutorService readers = Executors.newFixedThreadPool(THREADS)) {
			readAll(files, readers);
		}
		this.ids.check();
		if (this.problems.count() == 0 && this.items == 0) {
			this.problems.add(Place.of(files.isEmpty() ? name : files.getFirst().name()), Problem.Code.EMPTY,
					"this pack has no items: write some into files in its folder");
		}
		if (this.problems.count() > 0 || this.definition == null) {
			return this.problems.toReading();
		}
		return new PackReading.Sound(new Pack(this.definition, List.of()));
	}

	/** Where each item and case study says its id, as far as was read. */
	Map<String, Place> places() {
		return this.ids.places();
	}

	private void readAll(List<PackFile> files, ExecutorService readers) {
		long bytes = 0;
		for (PackFile file : files) {
			byte[] content = file.read(this.problems);
			bytes += (content != null) ? content.length : 0;
			if (bytes > MOST_BYTES) {
				this.problems.unreadable(Place.of(file.name()), Problem.Code.TOO_LARGE,
						"the pack has more than %d MiB up to this file: divide it into several packs"
							.formatted(MOST_BYTES >> 20));
				break;
			}
			if (content != null && file.isPack()) {
				// The others need its domains.
				handOn(new FileReading<>(file, null, this.prepare, this.problems, this.ids).read(content),
						files.size());
			}
			else if (content != null) {
				Outline known = this.outline;
				this.ahead.add(readers.submit(() -> readAlone(file, known, content)));
			}
			while (this.ahead.size() > THREADS) {
				mergeNext(files.size());
			}
		}
		while (!this.ahead.isEmpty()) {
			mergeNext(files.size());
		}
	}

	private FileReading<T> readAlone(PackFile file, @Nullable Outline known, byte[] content) {
		Problems own = new Problems();
		return new FileReading<>(file, known, this.prepare, own, new ItemIds(own)).read(content);
	}

	private void mergeNext(int files) {
		FileReading<T> file = await(this.ahead.remove());
		this.problems.merge(file.problems());
		this.ids.merge(file.ids());
		handOn(file, files);
	}

	private void handOn(FileReading<T> file, int files) {
		this.definition = (file.definition() != null) ? file.definition() : this.definition;
		this.outline = (file.outline() != null) ? file.outline() : this.outline;
		this.items += file.items().size();
		if (this.problems.count() == 0 && this.definition != null) {
			PackDefinition pack = this.definition;
			file.items().forEach((item) -> this.sound.accept(pack, item));
		}
		this.progress.read(++this.filesRead, files, this.items);
	}

	private static <R> R await(Future<R> future) {
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while a pack was read", ex);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException("a file of a pack could not be read",
					Objects.requireNonNull(ex.getCause()));
		}
	}

}
