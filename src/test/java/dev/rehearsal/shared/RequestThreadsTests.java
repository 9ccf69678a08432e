package dev.rehearsal.shared;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Virtual threads are for all ways to run the application but one. */
class RequestThreadsTests {

	@Test
	void aJarWithinAJar() {
		assertThat(RequestThreads.isInsideJar("jar:nested:/srv/rehearsal.jar/!BOOT-INF/classes/!/")).isTrue();
	}

	@Test
	void foldersAndPlainJars() {
		assertThat(RequestThreads.isInsideJar("file:/srv/rehearsal/target/classes/")).isFalse();
		assertThat(RequestThreads.isInsideJar("file:/rehearsal/rehearsal.jar")).isFalse();
	}

}
