package dev.rehearsal.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.postgresql.PGConnection;

import org.springframework.util.FileSystemUtils;

/**
 * Imports large packs by the command line, each in a process of its own with a small
 * heap, and prints what it takes beside the physical limit in the same run: PostgreSQL's
 * COPY of the same rows into the same table, and SHA-256 of the same files.
 */
public final class PackBenchmark {

	private static final Path HOME = Path.of("target", "load-packs").toAbsolutePath();

	private static final long SEED = 20;

	private static final String HEAP = "512m";

	private final Path jar;

	private final List<String> database;

	private PackBenchmark(Path jar, List<String> database) {
		this.jar = jar;
		this.database = database;
	}

	/**
	 * Runs the benchmark.
	 * @param args the application's jar; then the sizes of the packs, such as
	 * {@code 10000,100000}
	 * @throws Exception if anything goes wrong
	 */
	public static void main(String[] args) throws Exception {
		FileSystemUtils.deleteRecursively(HOME);
		Path data = Files.createDirectories(HOME).resolve("data");
		// The application's database, so that each process finds it running.
		Process application = new ProcessBuilder(java(), "-jar", args[0], "--server.port=0",
				"--server.address=127.0.0.1", "--rehearsal.packs.directory=" + HOME.resolve("none"),
				"--rehearsal.data.directory=" + data)
			.redirectErrorStream(true)
			.redirectOutput(HOME.resolve("application.log").toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
		try {
			while (!Files.readString(HOME.resolve("application.log")).contains("Rehearsal is ready")) {
				if (!application.isAlive()) {
					throw new IllegalStateException("The application ended: see " + HOME);
				}
				Thread.sleep(200);
			}
			List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
			List<String> database = List.of("jdbc:postgresql://127.0.0.1:" + lines.get(3) + "/postgres", "rehearsal",
					Files.readString(data.resolve("password")));
			PackBenchmark benchmark = new PackBenchmark(Path.of(args[0]), database);
			for (String size : args[1].split(",")) {
				benchmark.measure(Integer.parseInt(size));
			}
		}
		finally {
			application.destroy();
			application.waitFor(30, TimeUnit.SECONDS);
		}
	}

	private void measure(int items) throws Exception {
		Path pack = HOME.resolve("pack-" + items);
		long bytes = new PackGenerator(SEED).write(pack, items);
		System.out.printf("%n%,d items, %,d MiB of YAML%n", items, bytes >> 20);
		Files.deleteIfExists(HOME.resolve("import-1.gc"));
		double validate = run(pack, "validate");
		double first = run(pack, "import");
		double again = run(pack, "import");
		Path edited = pack.resolve("items").resolve("000000.yaml");
		Files.writeString(edited, Files.readString(edited).replaceFirst("difficulty: medium", "difficulty: hard"));
		double revised = run(pack, "import");
		double copy = copy(items);
		System.out.printf("  %-28s %8s %9s %10s%n", "", "seconds", "items/s", "of COPY");
		line("validate", validate, items, copy);
		line("import", first, items, copy);
		line("import again", again, items, copy);
		line("import with one item edited", revised, items, copy);
		line("limit: COPY of the same rows", copy, items, copy);
		System.out.printf("  peak heap of the first import: %d MiB (limit %s), each with the start of its process%n",
				peakHeap(HOME.resolve("import-1.gc")), HEAP);
	}

	private static void line(String what, double seconds, int items, double copy) {
		System.out.printf("  %-28s %8.1f %,9.0f %9.1fx%n", what, seconds, items / seconds, seconds / copy);
	}

	private double run(Path pack, String command) throws Exception {
		Path gc = HOME.resolve(command + ".gc");
		List<String> words = new ArrayList<>(
				List.of(java(), "-Xmx" + HEAP, "-Xlog:gc:file=" + gc, "-jar", this.jar.toString(), "pack", command));
		words.add(pack.toString());
		if (command.equals("import")) {
			words.add("--spring.datasource.url=" + this.database.get(0));
			words.add("--spring.datasource.username=" + this.database.get(1));
		}
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
			.redirectOutput(HOME.resolve(command + ".log").toFile());
		builder.environment().put("SPRING_DATASOURCE_PASSWORD", this.database.get(2));
		long begin = System.nanoTime();
		int code = builder.start().waitFor();
		double seconds = (System.nanoTime() - begin) / 1e9;
		String log = Files.readString(HOME.resolve(command + ".log"));
		if (code != 0) {
			throw new IllegalStateException(log);
		}
		System.out.println("  " + log.lines().reduce((before, last) -> last).orElse(""));
		if (command.equals("import") && !Files.exists(HOME.resolve("import-1.gc"))) {
			Files.copy(gc, HOME.resolve("import-1.gc"));
		}
		return seconds;
	}

	/**
	 * The physical limit: the rows themselves, written once more into a table like
	 * theirs.
	 */
	private double copy(int items) throws SQLException, IOException {
		String pack = "benchmark-" + items;
		Path rows = HOME.resolve("rows.copy");
		String columns = "(pack_id, item, number, content_hash, type, domain, topic, difficulty, content, from_version)";
		try (Connection connection = DriverManager.getConnection(this.database.get(0), this.database.get(1),
				this.database.get(2)); Statement statement = connection.createStatement()) {
			statement.execute("drop table if exists ceiling");
			statement.execute("create table ceiling (like item_revision including all)");
			PGConnection postgres = connection.unwrap(PGConnection.class);
			try (var out = Files.newOutputStream(rows)) {
				postgres.getCopyAPI()
					.copyOut(
							"copy (select pack_id, item, number, content_hash, type, domain, topic, difficulty, content, "
									+ "from_version from item_revision where pack_id = '" + pack
									+ "' and to_version is null) to stdout",
							out);
			}
			long begin = System.nanoTime();
			try (InputStream in = Files.newInputStream(rows)) {
				postgres.getCopyAPI().copyIn("copy ceiling " + columns + " from stdin", in, 1 << 16);
			}
			return (System.nanoTime() - begin) / 1e9;
		}
	}

	private static long peakHeap(Path log) throws IOException {
		// Lines such as: [12.3s][info][gc] GC(7) Pause Young (Normal) 321M->45M(512M)
		// 3.2ms
		try (Stream<String> lines = Files.lines(log)) {
			return lines.filter((line) -> line.matches(".* \\d+M->\\d+M\\(.*"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll(".* (\\d+)M->\\d+M\\(.*", "$1")))
				.max()
				.orElse(0);
		}
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
