package dev.rehearsal.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the controller's method for a request. Spring asks each of more than a hundred
 * mappings, and each asks the request for its method and path up to seven times, through
 * all the wrappers of Spring Security: a tenth of a save's time. Here both are looked up
 * once.
 */
class HandlerLookup extends RequestMappingHandlerMapping {

	@Override
	protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
			throws Exception {
		return super.lookupHandlerMethod(lookupPath, new Asked(request));
	}

	private static final class Asked extends HttpServletRequestWrapper {

		private final String method;

		private final Object path;

		private Asked(HttpServletRequest request) {
			super(request);
			this.method = request.getMethod();
			this.path = ServletRequestPathUtils.getParsedRequestPath(request);
		}

		@Override
		public String getMethod() {
			return this.method;
		}

		@Override
		public @Nullable Object getAttribute(String name) {
			return name.equals(ServletRequestPathUtils.PATH_ATTRIBUTE) ? this.path : super.getAttribute(name);
		}

	}

}
