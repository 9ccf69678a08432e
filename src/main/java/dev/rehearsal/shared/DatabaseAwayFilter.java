package dev.rehearsal.shared;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says "unavailable, try again" (503) in place of "failed" (500) while the database can't
 * be reached: load balancers and people do different things then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAwayFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

	private static final String RETRY_AFTER_SECONDS = "5";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (!isAway(ex) || response.isCommitted()) {
				throw ex;
			}
			// Not its address, which may be a link that only one person should have.
			log.warn("A request was not answered, since the database can't be reached: {}", ex.getMessage());
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
	}

	private static boolean isAway(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException || isOfConnection(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * SQLSTATE class 08 is a lost connection, 57P a database that is stopped or starts.
	 */
	private static boolean isOfConnection(Throwable cause) {
		return cause instanceof SQLException failed && failed.getSQLState() != null
				&& (failed.getSQLState().startsWith("08") || failed.getSQLState().startsWith("57P"));
	}

}
