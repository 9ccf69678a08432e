package dev.rehearsal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** For whom a report is written. */
enum ReportFormat {

	/** For people: a line for each problem, as editors and terminals understand it. */
	TEXT,

	/** For programs. */
	JSON,

	/** For code hosts, which show problems at their lines: SARIF 2.1.0. */
	SARIF;

	void write(String command, List<PackReport> packs, PrintWriter out) {
		switch (this) {
			case TEXT -> packs.forEach((pack) -> pack.print(out));
			case JSON -> out.println(ReportJson.of(command, packs));
			case SARIF -> out.println(new Sarif(command, Path.of("")).of(packs));
		}
	}

	@Override
	public String toString() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
