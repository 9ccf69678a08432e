package dev.rehearsal.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used of the machine, as Linux tells it in /proc. */
final class Usage {

	/** Linux reports CPU time in hundredths of a second. */
	private static final int TICKS_PER_SECOND = 100;

	private Usage() {
	}

	/**
	 * The CPU time of a process and all its children, those that have ended included.
	 * @param root the process
	 * @return to the hundredth of a second
	 */
	static Duration cpu(ProcessHandle root) {
		return Stream.concat(Stream.of(root), root.descendants())
			.map((process) -> cpu(process, 4))
			.reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * The CPU time of a process without its children: the database of an application may
	 * be one, or may have been adopted by another process.
	 * @param process which
	 * @return to the hundredth of a second
	 */
	static Duration cpuAlone(ProcessHandle process) {
		return cpu(process, 2);
	}

	private static Duration cpu(ProcessHandle process, int fieldsFromUserTime) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
			// The name, in brackets, may hold spaces. After it: state is field 3, utime 14, stime 15, cutime
			// 16, cstime 17.
			List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
			long ticks = fields.subList(11, 11 + fieldsFromUserTime).stream().mapToLong(Long::parseLong).sum();
			return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
		}
		catch (IOException ex) {
			return Duration.ZERO; // it has ended, and its parent counts it
		}
	}

	/**
	 * The most memory that a process ever had resident.
	 * @param process which
	 * @return MiB
	 */
	static long peakMemory(ProcessHandle process) {
		try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
			return lines.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
