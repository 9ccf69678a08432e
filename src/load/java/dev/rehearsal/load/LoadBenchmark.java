package dev.rehearsal.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * Runs the application on its embedded PostgreSQL under load and prints what it does,
 * beside the physical limit in the same run. Everything shares the machine's cores, the
 * load generator too.
 */
public final class LoadBenchmark {

	private static final Path HOME = Path.of("target", "load").toAbsolutePath();

	private static final int[] CLOSED = { 1, 10, 30, 60 };

	private static final int CLOSED_SECONDS = Integer.getInteger("load.closed.seconds", 30);

	private static final int OPEN_CANDIDATES = 10_000;

	private static final int OPEN_SECONDS = Integer.getInteger("load.open.seconds", 7 * 60);

	/**
	 * Of full load, in which the application is compiled: candidates of the third hour don't
	 * meet a process that has just started.
	 */
	private static final int LONG_WARM_UP_SECONDS = 150;

	/**
	 * In which the load generator starts and is compiled, before anything is measured.
	 */
	private static final Duration WARM_UP = Duration.ofSeconds(40);

	/** As mvn spring-boot:run and the image start it; both also run it out of many jars. */
	private static final String COLLECTOR = "-XX:+UseParallelGC";

	private static final String USER = "rehearsal";

	private static final int CEILING_CLIENTS = 16;

	private static final int CEILING_SECONDS = 15;

	private final int port;

	private final Process application;

	private final ProcessHandle database;

	private final String jdbc;

	private final String password;

	private LoadBenchmark(Path jar) throws IOException, InterruptedException {
		this.port = freePort();
		FileSystemUtils.deleteRecursively(HOME);
		Path data = Files.createDirectories(HOME).resolve("data");
		Path log = HOME.resolve("application.log");
		Path unpacked = HOME.resolve("application");
		runToEnd(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", unpacked.toString());
		this.application = new ProcessBuilder(java(), COLLECTOR, "-Xmx512m", "-Xlog:gc:file=" + HOME.resolve("gc.log"), "-jar",
				unpacked.resolve(jar.getFileName()).toString(), "--server.port=" + this.port, "--server.address=127.0.0.1",
				"--rehearsal.data.directory=" + data)
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this.application::destroy));
		while (!Files.readString(log).contains("Rehearsal is ready")) {
			if (!this.application.isAlive()) {
				throw new IllegalStateException("The application ended:\n" + Files.readString(log));
			}
			Thread.sleep(200);
		}
		List<String> pid = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
		this.database = ProcessHandle.of(Long.parseLong(pid.getFirst())).orElseThrow();
		this.jdbc = "jdbc:postgresql://127.0.0.1:" + pid.get(3) + "/postgres";
		this.password = Files.readString(data.resolve("password"));
	}

	/**
	 * Runs the benchmark.
	 * @param args the application's jar; then {@code all}, {@code closed} or {@code open},
	 * or {@code packs} for {@link PackBenchmark}
	 * @throws Exception if anything goes wrong
	 */
	public static void main(String[] args) throws Exception {
		if (args[1].startsWith("packs")) {
			PackBenchmark.main(new String[] { args[0], args[1].contains("=") ? args[1].substring(6) : "10000,100000" });
			return;
		}
		LoadBenchmark benchmark = new LoadBenchmark(Path.of(args[0]));
		try {
			benchmark.run(args[1]);
		}
		finally {
			benchmark.application.destroy();
			benchmark.application.waitFor(30, TimeUnit.SECONDS);
		}
	}

	private void run(String plans) throws Exception {
		System.out.println("Warming up");
		simulate("closed", 30, LONG_WARM_UP_SECONDS);
		Limit limit = ceiling(CEILING_CLIENTS);
		if (!plans.equals("open")) {
			ceiling(1); // what a single candidate could reach at most
			for (int candidates : CLOSED) {
				simulate("closed", candidates, CLOSED_SECONDS).report(limit);
			}
			simulate("saves", CEILING_CLIENTS, CLOSED_SECONDS).report(limit);
			ceiling(CEILING_CLIENTS); // once more, so that it shows how steady the machine is
		}
		if (!plans.equals("closed")) {
			try (Pulse pulse = Pulse.start(this.jdbc, USER, this.password)) {
				Run run = simulate("open", OPEN_CANDIDATES, OPEN_SECONDS);
				pulse.end();
				run.report(limit);
				pulse.report();
			}
		}
		System.out.printf("%nPeak heap of the application: %d MiB (limit 512); resident: %d MiB%n", peakHeap(),
				Usage.peakMemory(this.application.toHandle()));
	}

	private Limit ceiling(int clients) throws Exception {
		Duration before = Usage.cpu(this.database);
		Path counted = HOME.resolve("ceiling.txt");
		Process program = fork(counted, Ceiling.class, List.of(), this.jdbc, USER, this.password,
				Integer.toString(clients), Integer.toString(CEILING_SECONDS));
		Duration own = Duration.ZERO;
		while (!program.waitFor(50, TimeUnit.MILLISECONDS)) {
			Duration now = Usage.cpu(program.toHandle());
			own = (now.compareTo(own) > 0) ? now : own;
		}
		// The pool logs to the same place.
		long upserts = Files.readAllLines(counted)
			.stream()
			.filter((line) -> line.matches("\\d+"))
			.mapToLong(Long::parseLong)
			.findFirst()
			.orElseThrow();
		Duration cpu = Usage.cpu(this.database).minus(before).plus(own);
		Limit limit = new Limit(upserts / (double) CEILING_SECONDS, cpu.toNanos() / 1e6 / upserts);
		System.out.printf("%nCeiling: %,.0f upserts/s, connections at once: %d, %.3f ms of CPU each (database and clients)%n",
				limit.perSecond(), clients, limit.cpuMillis());
		return limit;
	}

	private Run simulate(String plan, int candidates, int seconds) throws Exception {
		Path results = HOME.resolve(plan + "-" + candidates);
		FileSystemUtils.deleteRecursively(results);
		long from = System.currentTimeMillis() + WARM_UP.toMillis();
		Process gatling = fork(HOME.resolve(plan + "-" + candidates + ".log"), io.gatling.app.Gatling.class,
				List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dload.plan=" + plan,
						"-Dload.candidates=" + candidates, "-Dload.seconds=" + seconds, "-Dload.from=" + from,
						"-Dload.address=http://127.0.0.1:" + this.port),
				"--simulation", ExamSimulation.class.getName(), "--results-folder", results.toString());
		Thread.sleep(Math.max(0, from - System.currentTimeMillis()));
		Duration application = Usage.cpuAlone(this.application.toHandle());
		Duration database = Usage.cpu(this.database);
		Duration generator = Usage.cpu(gatling.toHandle());
		Thread.sleep(Duration.ofSeconds(seconds));
		application = Usage.cpuAlone(this.application.toHandle()).minus(application);
		database = Usage.cpu(this.database).minus(database);
		generator = Usage.cpu(gatling.toHandle()).minus(generator);
		int code = gatling.waitFor();
		if (code != 0) {
			throw new IllegalStateException("Gatling ended with code " + code + ": see " + HOME);
		}
		return new Run(plan, candidates, Step.of(results, seconds), application, database, generator);
	}

	private long peakHeap() throws IOException {
		// Lines such as: [12.3s][info][gc] GC(7) Pause Young (Normal) 321M->45M(512M)
		// 3.2ms
		try (Stream<String> lines = Files.lines(HOME.resolve("gc.log"))) {
			return lines.filter((line) -> line.matches(".* \\d+M->\\d+M\\(.*"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll(".* (\\d+)M->\\d+M\\(.*", "$1")))
				.max()
				.orElse(0);
		}
	}

	private static void runToEnd(String... command) throws IOException, InterruptedException {
		int code = new ProcessBuilder(command).inheritIO().start().waitFor();
		if (code != 0) {
			throw new IllegalStateException(String.join(" ", command) + " ended with code " + code);
		}
	}

	private static Process fork(Path output, Class<?> main, List<String> options, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>(List.of(java(), COLLECTOR, "-cp", System.getProperty("java.class.path")));
		command.addAll(options);
		command.add(main.getName());
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
