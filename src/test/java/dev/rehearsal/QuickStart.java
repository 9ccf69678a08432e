package dev.rehearsal;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * What the virtual machine remembers of an earlier start of the application, its classes
 * among it: a process that tests start is ready in half the time. It can be remembered of
 * jars only, so the application's own classes are put into one.
 */
final class QuickStart {

	private static final Path FOLDER = Path.of("target", "processes").toAbsolutePath();

	private static final Path CACHE = FOLDER.resolve("application.aot");

	private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

	private static String classPath;

	private QuickStart() {
	}

	/**
	 * The virtual machine's arguments for a process with the application's classes; the
	 * first call starts one to remember.
	 * @return a cache and a class path
	 */
	static synchronized List<String> arguments() {
		if (classPath == null) {
			try (ApplicationProcess first = ApplicationProcess.in("quick start", "--rehearsal.packs.directory=none")) {
				classPath = classPathOfJars(); // in the folder that there is by now
				first.start(List.of("-XX:AOTCacheOutput=" + CACHE, "-cp", classPath));
			}
		}
		return List.of("-XX:AOTCache=" + CACHE, "-cp", classPath);
	}

	/** The test's own class path, without what only tests have. */
	private static String classPathOfJars() {
		String jar = FOLDER.resolve("classes.jar").toString();
		int code = ToolProvider.findFirst("jar")
			.orElseThrow()
			.run(System.out, System.err, "--create", "--no-compress", "--file", jar, "-C", CLASSES.toString(), ".");
		if (code != 0) {
			throw new IllegalStateException("The classes could not be put into " + jar + ".");
		}
		String testClasses = Path.of("target", "test-classes").toAbsolutePath().toString();
		return String.join(File.pathSeparator,
				Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
					.filter((entry) -> !entry.isEmpty())
					.map((entry) -> Path.of(entry).toAbsolutePath().toString())
					.filter((entry) -> !entry.equals(testClasses) && !entry.contains("surefire")
							&& !entry.contains("testcontainers"))
					.map((entry) -> entry.equals(CLASSES.toString()) ? jar : entry)
					.toList());
	}

}
