package dev.rehearsal.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short codes by which a guest goes on with another device. A code works once and for a
 * short time; with 50 random bits it can't be found by trying in that time.
 */
@Component
public class DeviceCodes {

	/** How long a code works. */
	public static final Duration VALID = Duration.ofMinutes(15);

	/** Crockford's base 32: no letters that are easily taken for another. */
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 10;

	private final JdbcClient jdbc;

	DeviceCodes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes a code for a candidate; earlier ones of the same candidate stop working.
	 * @param candidate who wants to go on elsewhere
	 * @param now the time
	 * @param random must be a secure one
	 * @return two groups of five letters and digits
	 */
	@Transactional
	public String issue(CandidateId candidate, Instant now, RandomGenerator random) {
		this.jdbc.sql("delete from device_code where expires_at < ? or candidate_id = ?")
			.params(Utc.of(now), candidate.value())
			.update();
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		this.jdbc.sql("insert into device_code (code_hash, candidate_id, expires_at) values (?, ?, ?)")
			.params(Secrets.sha256(code.toString()), candidate.value(), Utc.of(now.plus(VALID)))
			.update();
		return code.insert(LENGTH / 2, '-').toString();
	}

	/**
	 * Uses a code up.
	 * @param typed as a person typed it: small letters, spaces, O for 0 are understood
	 * @param now the time
	 * @return whose code it is; empty if there is no such code any more
	 */
	public Optional<CandidateId> redeem(String typed, Instant now) {
		String code = typed.toUpperCase(Locale.ROOT)
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1')
			.replaceAll("[^0-9A-Z]", "");
		return this.jdbc.sql("delete from device_code where code_hash = ? and expires_at >= ? returning candidate_id")
			.params(Secrets.sha256(code), Utc.of(now))
			.query(UUID.class)
			.optional()
			.map(CandidateId::new);
	}

}
