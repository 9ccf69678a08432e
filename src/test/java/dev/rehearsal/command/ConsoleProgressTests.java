package dev.rehearsal.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleProgressTests {

	private final AtomicLong nanos = new AtomicLong();

	private final StringWriter err = new StringWriter();

	private final ConsoleProgress progress = new ConsoleProgress(new PrintWriter(this.err), this.nanos::get);

	@Test
	void whoWaitsIsToldOnceASecondAndNobodyElse() {
		this.progress.read(1, 2000, 100);
		assertThat(this.err.toString()).isEmpty();
		this.nanos.addAndGet(1_000_000_000);
		this.progress.read(412, 2000, 41_200);
		this.progress.read(413, 2000, 41_300);
		assertThat(this.err.toString()).isEqualTo("412 of 2,000 files, 41,200 items\n");
		this.nanos.addAndGet(2_000_000_000);
		this.progress.read(2000, 2000, 200_000);
		assertThat(this.err.toString()).endsWith("2,000 of 2,000 files, 200,000 items\n");
	}

}
