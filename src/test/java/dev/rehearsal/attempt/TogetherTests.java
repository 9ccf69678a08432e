package dev.rehearsal.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Everything is done once, whoever comes when; what comes at once is done together. */
@Timeout(60)
class TogetherTests {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final Semaphore goOn = new Semaphore(0);

	private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());

	@AfterEach
	void end() {
		this.threads.shutdownNow();
	}

	@Test
	void whoComesAloneIsServedAtOnce() {
		Together<Integer, Integer> together = new Together<>(new Semaphore(2), 10, this::square);
		assertThat(together.done(3)).isEqualTo(9);
		assertThat(together.done(4)).isEqualTo(16);
		assertThat(this.batches).containsExactly(List.of(3), List.of(4));
	}

	@Test
	void whoComesMeanwhileIsServedTogether() throws Exception {
		Together<Integer, Integer> together = new Together<>(new Semaphore(1), 10, this::squareWhenTold);
		List<Future<Integer>> results = new ArrayList<>(List.of(this.threads.submit(() -> together.done(0))));
		await(this.begun);
		for (int i = 1; i <= 14; i++) {
			int number = i;
			results.add(this.threads.submit(() -> together.done(number)));
		}
		Thread.sleep(200); // until all of them wait
		this.goOn.release(100);
		for (int i = 0; i <= 14; i++) {
			assertThat(results.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i * i);
		}
		assertThat(this.batches).extracting(List::size).containsExactly(1, 10, 4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void thousandsFromManyThreadsAreEachDoneOnce(int atOnce) throws Exception {
		AtomicInteger underWay = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Together<Integer, Integer> together = new Together<>(new Semaphore(atOnce), 8, (numbers) -> {
			most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
			try {
				Thread.sleep(0, 100_000);
				return square(numbers);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			finally {
				underWay.decrementAndGet();
			}
		});
		List<Future<Boolean>> all = new ArrayList<>();
		for (int thread = 0; thread < 50; thread++) {
			int first = thread * 400;
			all.add(this.threads.submit(() -> IntStream.range(first, first + 400)
				.allMatch((number) -> together.done(number) == number * number)));
		}
		for (Future<Boolean> one : all) {
			assertThat(one.get(50, TimeUnit.SECONDS)).isTrue();
		}
		Set<Integer> done = new HashSet<>();
		this.batches.forEach((batch) -> assertThat(batch.size()).isBetween(1, 8));
		this.batches.forEach((batch) -> batch.forEach((number) -> assertThat(done.add(number)).isTrue()));
		assertThat(done).hasSize(20_000);
		assertThat(most.get()).isLessThanOrEqualTo(atOnce);
	}

	/** Who spins keeps others from the processor that they need to finish. */
	@Test
	void whoIsServedByAnotherWaitsAndDoesNotAskAgain() throws Exception {
		CountDownLatch bothAsk = new CountDownLatch(2);
		AtomicInteger asked = new AtomicInteger();
		Semaphore free = new Semaphore(2) {
			@Override
			public boolean tryAcquire() {
				boolean first = asked.incrementAndGet() == 1;
				bothAsk.countDown();
				await(first ? bothAsk : TogetherTests.this.begun);
				return super.tryAcquire();
			}
		};
		Together<Integer, Integer> together = new Together<>(free, 10, this::squareWhenTold);
		List<Future<Integer>> results = List.of(this.threads.submit(() -> together.done(2)),
				this.threads.submit(() -> together.done(3)));
		await(this.begun);
		Thread.sleep(200);
		assertThat(asked).hasValue(2);
		this.goOn.release();
		assertThat(results.getFirst().get(10, TimeUnit.SECONDS)).isEqualTo(4);
		assertThat(results.getLast().get(10, TimeUnit.SECONDS)).isEqualTo(9);
		assertThat(this.batches).hasSize(1);
	}

	@Test
	void aFailureIsToldToAllForWhomItWasAndToNobodyElse() throws Exception {
		Together<Integer, Integer> together = new Together<>(new Semaphore(1), 10, (numbers) -> {
			List<Integer> squares = squareWhenTold(numbers);
			if (numbers.contains(13)) {
				throw new IllegalArgumentException("13");
			}
			return squares;
		});
		Future<Integer> before = this.threads.submit(() -> together.done(1));
		await(this.begun);
		List<Future<Integer>> beside = List.of(this.threads.submit(() -> together.done(12)),
				this.threads.submit(() -> together.done(13)));
		Thread.sleep(200);
		this.goOn.release(100);
		assertThat(before.get(10, TimeUnit.SECONDS)).isEqualTo(1);
		for (Future<Integer> one : beside) {
			assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
				.hasRootCauseInstanceOf(IllegalArgumentException.class);
		}
		assertThat(together.done(5)).isEqualTo(25);
	}

	@Test
	void whoIsInterruptedStillHearsWhatBecameOfIt() throws Exception {
		Together<Integer, Integer> together = new Together<>(new Semaphore(1), 10, this::squareWhenTold);
		this.threads.submit(() -> together.done(1));
		await(this.begun);
		List<Object> heard = Collections.synchronizedList(new ArrayList<>());
		Thread waits = Thread.ofVirtual().start(() -> {
			heard.add(together.done(6));
			heard.add(Thread.currentThread().isInterrupted());
		});
		Thread.sleep(100);
		waits.interrupt();
		Thread.sleep(100);
		assertThat(heard).isEmpty();
		this.goOn.release(100);
		assertThat(waits.join(Duration.ofSeconds(10))).isTrue();
		assertThat(heard).containsExactly(36, true);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<Integer> squareWhenTold(List<Integer> numbers) {
		this.begun.countDown();
		this.goOn.acquireUninterruptibly();
		return square(numbers);
	}

	private List<Integer> square(List<Integer> numbers) {
		this.batches.add(List.copyOf(numbers));
		return numbers.stream().map((number) -> number * number).toList();
	}

}
