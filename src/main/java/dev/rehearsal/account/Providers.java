package dev.rehearsal.account;

import java.util.List;
import java.util.stream.StreamSupport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The OIDC providers that are configured. */
@Component
public class Providers {

	private final List<Provider> all;

	Providers(ObjectProvider<ClientRegistrationRepository> registrations) {
		this.all = (registrations.getIfAvailable() instanceof Iterable<?> configured)
				? StreamSupport.stream(configured.spliterator(), false)
					.map(ClientRegistration.class::cast)
					.map((registration) -> new Provider(registration.getRegistrationId(), registration.getClientName()))
					.toList()
				: List.of();
	}

	/**
	 * All of them.
	 * @return none if none is configured
	 */
	public List<Provider> all() {
		return this.all;
	}

	/**
	 * One of them.
	 *
	 * @param id its registration's id
	 * @param name for people
	 */
	public record Provider(String id, String name) {
	}

}
