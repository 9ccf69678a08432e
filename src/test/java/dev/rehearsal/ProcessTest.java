package dev.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of processes that it starts itself. Waiting for them is most of it, and it
 * shares nothing with the tests of the application in this process: so it runs beside
 * those, one at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("process")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(ProcessTest.LANE)
public @interface ProcessTest {

	/** What all hold that run beside the others. */
	String LANE = "processes";

}
