package dev.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.test.context.TestPropertySource;

/**
 * A browser test most of which is waiting, for a deadline or for a network. Such tests
 * share an application and a database of their own: so they run beside the others, one at
 * a time and in turn with those of processes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(ProcessTest.LANE)
@TestPropertySource(properties = WaitingTest.BESIDE + "=true")
public @interface WaitingTest {

	/** The property of that application. */
	String BESIDE = "rehearsal.test.beside";

}
