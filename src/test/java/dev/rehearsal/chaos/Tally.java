package dev.rehearsal.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts of what happened. */
final class Tally {

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	void count(String what) {
		count(what, 1);
	}

	void count(String what, long times) {
		this.counts.computeIfAbsent(what, (key) -> new LongAdder()).add(times);
	}

	void add(Tally other) {
		other.counts.forEach((what, times) -> count(what, times.sum()));
	}

	long of(String what) {
		LongAdder times = this.counts.get(what);
		return (times != null) ? times.sum() : 0;
	}

	@Override
	public String toString() {
		return this.counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((count) -> count.getKey() + " " + count.getValue())
			.collect(Collectors.joining(", "));
	}

}
