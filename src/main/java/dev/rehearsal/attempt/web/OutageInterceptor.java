package dev.rehearsal.attempt.web;

import dev.rehearsal.attempt.Heartbeat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** No request is judged by a deadline before an outage has moved it. */
@Component
class OutageInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final Heartbeat heartbeat;

	OutageInterceptor(Heartbeat heartbeat) {
		this.heartbeat = heartbeat;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).excludePathPatterns("/assets/**", "/error");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		this.heartbeat.ensure();
		return true;
	}

}
