package dev.rehearsal.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
		this.application = new ProcessBuilder(java(), "-Xmx512m", "-Xlog:gc:file=" + HOME.resolve("gc.log"), "-jar",
				jar.toString(), "--server.port=" + this.port, "--server.address=127.0.0.1",
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
	 * @param args the application's jar; then {@code all}, {@code closed} or {@code open}
	 * @throws Exception if anything goes wrong
	 */
	public static void main(String[] args) throws Exception {
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
		simulate("closed", 30, CLOSED_SECONDS);
		Limit limit = ceiling();
		if (!plans.equals("open")) {
			for (int candidates : CLOSED) {
				report(simulate("closed", candidates, CLOSED_SECONDS), limit);
			}
			ceiling(); // once more, so that it shows how steady the machine is
		}
		if (!plans.equals("closed")) {
			report(simulate("open", OPEN_CANDIDATES, OPEN_SECONDS), limit);
		}
		System.out.printf("%nPeak heap of the application: %d MiB (limit 512); resident: %d MiB%n", peakHeap(),
				Usage.peakMemory(this.application.toHandle()));
	}

	private Limit ceiling() throws Exception {
		Duration before = Usage.cpu(this.database);
		Path counted = HOME.resolve("ceiling.txt");
		Process clients = fork(counted, Ceiling.class, List.of(), this.jdbc, "rehearsal", this.password,
				Integer.toString(CEILING_CLIENTS), Integer.toString(CEILING_SECONDS));
		Duration own = Duration.ZERO;
		while (!clients.waitFor(50, TimeUnit.MILLISECONDS)) {
			Duration now = Usage.cpu(clients.toHandle());
			own = (now.compareTo(own) > 0) ? now : own;
		}
		long upserts = Long.parseLong(Files.readString(counted).strip());
		Duration cpu = Usage.cpu(this.database).minus(before).plus(own);
		Limit limit = new Limit(upserts / (double) CEILING_SECONDS, cpu.toNanos() / 1e6 / upserts);
		System.out.printf("%nCeiling: %,.0f upserts/s by %d clients, %.3f ms of CPU each (database and clients)%n",
				limit.perSecond(), CEILING_CLIENTS, limit.cpuMillis());
		return limit;
	}

	private Run simulate(String plan, int candidates, int seconds) throws Exception {
		Path results = HOME.resolve(plan + "-" + candidates);
		FileSystemUtils.deleteRecursively(results);
		Duration application = Usage.cpu(this.application.toHandle()).minus(Usage.cpu(this.database));
		Duration database = Usage.cpu(this.database);
		long began = System.nanoTime();
		Process gatling = fork(HOME.resolve(plan + "-" + candidates + ".log"), io.gatling.app.Gatling.class,
				List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dload.plan=" + plan,
						"-Dload.candidates=" + candidates, "-Dload.seconds=" + seconds,
						"-Dload.address=http://127.0.0.1:" + this.port),
				"--simulation", ExamSimulation.class.getName(), "--results-folder", results.toString());
		int code = gatling.waitFor();
		Duration took = Duration.ofNanos(System.nanoTime() - began);
		if (code != 0) {
			throw new IllegalStateException("Gatling ended with code " + code + ": see " + HOME);
		}
		return new Run(plan, candidates, stats(results), took,
				Usage.cpu(this.application.toHandle()).minus(Usage.cpu(this.database)).minus(application),
				Usage.cpu(this.database).minus(database));
	}

	private static JsonNode stats(Path results) throws IOException {
		try (Stream<Path> files = Files.walk(results)) {
			Path stats = files.filter((file) -> file.endsWith("stats.json")).findFirst().orElseThrow();
			return JsonMapper.shared().readTree(stats);
		}
	}

	private static void report(Run run, Limit limit) {
		System.out.printf("%n%s, %,d candidates%n", run.plan(), run.candidates());
		System.out.printf("  %-14s %9s %7s %8s %8s %8s %8s%n", "step", "requests", "failed", "per s", "p50 ms", "p95 ms",
				"p99 ms");
		List<JsonNode> steps = new ArrayList<>();
		run.stats().path("contents").forEach(steps::add);
		steps.sort(Comparator.comparing((step) -> step.path("name").asString()));
		for (JsonNode node : steps) {
			JsonNode step = node.path("stats");
			System.out.printf("  %-14s %9d %7d %8.1f %8d %8d %8d%n", step.path("name").asString(),
					step.at("/numberOfRequests/total").asLong(), step.at("/numberOfRequests/ko").asLong(),
					step.at("/meanNumberOfRequestsPerSecond/total").asDouble(), step.at("/percentiles1/total").asLong(),
					step.at("/percentiles3/total").asLong(), step.at("/percentiles4/total").asLong());
		}
		double saves = run.rate("save") + run.rate("flag");
		long saved = run.count("save") + run.count("flag");
		double cpu = run.application().plus(run.database()).toNanos() / 1e6 / Math.max(1, saved);
		System.out.printf("  saves: %,.0f/s, %.2f of the ceiling; exams ended: %.0f a minute%n", saves,
				saves / limit.perSecond(), run.rate("end") * 60);
		System.out.printf("  CPU: application %.1f s, database %.1f s; with all other steps %.3f ms a save, %.1f times the bare upsert%n",
				run.application().toMillis() / 1e3, run.database().toMillis() / 1e3, cpu, cpu / limit.cpuMillis());
	}

	private long peakHeap() throws IOException {
		// Lines such as: [12.3s][info][gc] GC(7) Pause Young (Normal) 321M->45M(512M) 3.2ms
		try (Stream<String> lines = Files.lines(HOME.resolve("gc.log"))) {
			return lines.filter((line) -> line.matches(".* \\d+M->\\d+M\\(.*"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll(".* (\\d+)M->\\d+M\\(.*", "$1")))
				.max()
				.orElse(0);
		}
	}

	private static Process fork(Path output, Class<?> main, List<String> options, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path")));
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

	/**
	 * What the machine can do.
	 *
	 * @param perSecond bare upserts
	 * @param cpuMillis of database and client for each
	 */
	private record Limit(double perSecond, double cpuMillis) {
	}

	/**
	 * One simulation.
	 *
	 * @param plan closed or open
	 * @param candidates how many
	 * @param stats as Gatling tells them
	 * @param took all of it
	 * @param application CPU time
	 * @param database CPU time
	 */
	private record Run(String plan, int candidates, JsonNode stats, Duration took, Duration application,
			Duration database) {

		double rate(String step) {
			return value(step, "/meanNumberOfRequestsPerSecond/ok").asDouble();
		}

		long count(String step) {
			return value(step, "/numberOfRequests/ok").asLong();
		}

		private JsonNode value(String step, String pointer) {
			for (JsonNode node : this.stats.path("contents")) {
				if (node.path("name").asString().equals(step)) {
					return node.path("stats").at(pointer);
				}
			}
			return JsonMapper.shared().createObjectNode().path("nothing");
		}

	}

}
