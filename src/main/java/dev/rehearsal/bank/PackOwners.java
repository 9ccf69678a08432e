package dev.rehearsal.bank;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.rehearsal.account.CandidateId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose a pack is: its first publisher's for ever, or nobody's if it comes from the
 * folder of packs.
 */
@Component
public class PackOwners {

	private final JdbcClient jdbc;

	PackOwners(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Who published a pack first.
	 * @param packId the pack
	 * @return empty if it comes from the folder of packs, or if there is none
	 */
	public Optional<CandidateId> of(String packId) {
		return this.jdbc.sql("select owner from pack where id = ? and owner is not null")
			.param(packId)
			.query(UUID.class)
			.optional()
			.map(CandidateId::new);
	}

	/**
	 * The packs that somebody published.
	 * @param owner who
	 * @return ids in no order
	 */
	public List<String> packsOf(CandidateId owner) {
		return this.jdbc.sql("select id from pack where owner = ?")
			.param(owner.value())
			.query((row, number) -> row.getString(1))
			.list();
	}

	/** Makes a pack that has no version yet somebody's. The pack is locked. */
	void claim(String packId, CandidateId owner) {
		int claimed = this.jdbc.sql("""
				update pack set owner = :owner where id = :pack and (owner = :owner or owner is null
					and not exists (select from pack_version where pack_id = :pack))""")
			.param("owner", owner.value())
			.param("pack", packId)
			.update();
		if (claimed == 0) {
			throw new PackTakenException(packId, of(packId).orElse(null));
		}
	}

	/** The pack is locked. */
	void claimForFolder(String packId) {
		of(packId).ifPresent((owner) -> {
			throw new PackTakenException(packId, owner);
		});
	}

}
