package dev.rehearsal.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said while the database can't be reached. */
class DatabaseAwayFilterTests {

	private MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aDatabaseThatIsAwayIsTriedAgainSoon() throws Exception {
		for (SQLException away : List.of(new SQLTransientConnectionException("no connection within 5 s"),
				new SQLException("connection refused", "08001"), new SQLException("terminated", "57P01"))) {
			this.response = new MockHttpServletResponse();
			answer(new ServletException(new DataAccessResourceFailureException("failed", away)));
			assertThat(this.response.getStatus()).isEqualTo(503);
			assertThat(this.response.getHeader("Retry-After")).isEqualTo("5");
		}
	}

	@Test
	void otherFaultsStayFaults() {
		for (Exception fault : List.of(new ServletException(new SQLException("no such column", "42703")),
				new IllegalStateException("broken"), new ServletException(new SQLException("without a state")))) {
			assertThatThrownBy(() -> answer(fault)).isSameAs(fault);
		}
	}

	private void answer(Exception fault) throws Exception {
		FilterChain chain = (request, response) -> {
			if (fault instanceof ServletException failed) {
				throw failed;
			}
			throw (RuntimeException) fault;
		};
		new DatabaseAwayFilter().doFilter(new MockHttpServletRequest("GET", "/"), this.response, chain);
	}

}
