package dev.rehearsal.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Does together what comes at the same moment. Who comes while enough is under way waits,
 * and the first who may go on takes along all who wait. Alone, nobody waits for anybody.
 *
 * @param <T> what is to be done
 * @param <R> what becomes of it
 */
final class Together<T, R> {

	private final Queue<Part<T, R>> waiting = new ConcurrentLinkedQueue<>();

	private final Semaphore free;

	private final int most;

	private final Function<List<T>, List<R>> work;

	/**
	 * Starts with nothing to do.
	 * @param free permits for the work to be under way
	 * @param most how much is done together
	 * @param work does it, and says for each in turn what became of it
	 */
	Together(Semaphore free, int most, Function<List<T>, List<R>> work) {
		this.free = free;
		this.most = most;
		this.work = work;
	}

	/**
	 * Waits until it is done.
	 * @param what is to be done
	 * @return what became of it
	 * @throws RuntimeException what the work threw, to all for whom it was done
	 */
	R done(T what) {
		Part<T, R> own = new Part<>(what);
		this.waiting.add(own);
		boolean interrupted = false;
		while (!own.isDone()) {
			if (!own.isTaken() && this.free.tryAcquire()) {
				try {
					doNext();
				}
				finally {
					this.free.release();
					wakeNext();
				}
			}
			else {
				LockSupport.park(this);
				interrupted |= Thread.interrupted();
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return own.result();
	}

	private void doNext() {
		List<Part<T, R>> parts = new ArrayList<>();
		for (Part<T, R> part = this.waiting.poll(); part != null; part = this.waiting.poll()) {
			part.take();
			parts.add(part);
			if (parts.size() == this.most) {
				break;
			}
		}
		if (parts.isEmpty()) {
			return;
		}
		try {
			List<R> results = this.work.apply(parts.stream().map((part) -> part.what).toList());
			for (int i = 0; i < parts.size(); i++) {
				parts.get(i).end(results.get(i), null);
			}
		}
		catch (RuntimeException | Error ex) {
			parts.forEach((part) -> part.end(null, ex));
		}
	}

	/** Whoever found no room before this one left would wait for ever. */
	private void wakeNext() {
		Part<T, R> next = this.waiting.peek();
		if (next != null) {
			LockSupport.unpark(next.owner);
		}
	}

	private static final class Part<T, R> {

		private final T what;

		private final Thread owner = Thread.currentThread();

		private @Nullable R result;

		private @Nullable Throwable failure;

		private volatile boolean taken;

		private volatile boolean done;

		private Part(T what) {
			this.what = what;
		}

		private void take() {
			this.taken = true;
		}

		/** Whether somebody does it already: nothing is left but to wait. */
		private boolean isTaken() {
			return this.taken;
		}

		private boolean isDone() {
			return this.done;
		}

		private void end(@Nullable R result, @Nullable Throwable failure) {
			this.result = result;
			this.failure = failure;
			this.done = true;
			LockSupport.unpark(this.owner);
		}

		private R result() {
			if (this.failure instanceof Error error) {
				throw error;
			}
			if (this.failure instanceof RuntimeException exception) {
				throw exception;
			}
			return Objects.requireNonNull(this.result);
		}

	}

}
