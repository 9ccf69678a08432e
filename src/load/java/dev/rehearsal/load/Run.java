package dev.rehearsal.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One simulation.
 *
 * @param plan what was done
 * @param candidates how many
 * @param steps by name
 * @param application CPU time
 * @param database CPU time
 * @param generator CPU time of the load generator
 */
record Run(String plan, int candidates, List<Step> steps, Duration application, Duration database,
		Duration generator) {

	void report(Limit limit) {
		System.out.printf("%n%s, %,d candidates%n", this.plan, this.candidates);
		System.out.printf("  %-14s %9s %7s %8s %8s %8s %8s%n", "step", "requests", "failed", "per s", "p50 ms",
				"p95 ms", "p99 ms");
		for (Step step : this.steps) {
			System.out.printf("  %-14s %9d %7d %8.1f %8d %8d %8d%n", step.name(), step.requests(), step.failed(),
					step.perSecond(), step.p50(), step.p95(), step.p99());
		}
		double saves = perSecond("save") + perSecond("flag");
		long saved = succeeded("save") + succeeded("flag");
		double cpu = this.application.plus(this.database).toNanos() / 1e6 / Math.max(1, saved);
		System.out.printf("  saves: %,.0f/s, %.2f of the ceiling; exams ended: %.0f a minute%n", saves,
				saves / limit.perSecond(), perSecond("end") * 60);
		System.out.printf(
				"  CPU: application %.1f s, database %.1f s; %.3f ms a save with all other steps, %.1f times the bare upsert%n",
				this.application.toMillis() / 1e3, this.database.toMillis() / 1e3, cpu, cpu / limit.cpuMillis());
		double alone = Runtime.getRuntime().availableProcessors() * 1e3 / cpu;
		System.out.printf(
				"  the load generator took %.1f s; on other cores it would leave room for %,.0f saves/s, %.2f of the ceiling%n",
				this.generator.toMillis() / 1e3, alone, alone / limit.perSecond());
	}

	private double perSecond(String name) {
		return step(name).mapToDouble(Step::perSecond).sum();
	}

	private long succeeded(String name) {
		return step(name).mapToLong((step) -> step.requests() - step.failed()).sum();
	}

	private Stream<Step> step(String name) {
		return this.steps.stream().filter((step) -> step.name().equals(name));
	}

}
