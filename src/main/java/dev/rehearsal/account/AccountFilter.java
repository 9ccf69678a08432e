package dev.rehearsal.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises whoever is signed in. To controllers they are a candidate as guests are. */
class AccountFilter extends OncePerRequestFilter {

	private final SessionCookie cookie;

	AccountFilter(SessionCookie cookie) {
		this.cookie = cookie;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.cookie.account(request).ifPresent((account) -> {
			List<GrantedAuthority> authorities = new ArrayList<>(account.role().authorities());
			authorities.add(new SimpleGrantedAuthority(Role.SIGNED_IN));
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new PreAuthenticatedAuthenticationToken(account.id(), null, authorities));
			SecurityContextHolder.setContext(context);
			request.setAttribute(Account.VISITOR, account);
		});
		chain.doFilter(request, response);
	}

}
