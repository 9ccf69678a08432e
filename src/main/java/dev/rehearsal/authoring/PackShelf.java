package dev.rehearsal.authoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rehearsal.account.CandidateId;
import dev.rehearsal.bank.Bank;
import dev.rehearsal.bank.PackOwners;
import dev.rehearsal.bank.PackVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The published packs that an author may look into: their own. Administrators also look
 * into those of the folder of packs, which are nobody's.
 */
@Component
public class PackShelf {

	private final Bank bank;

	private final PackOwners owners;

	private final JdbcClient jdbc;

	PackShelf(Bank bank, PackOwners owners, JdbcClient jdbc) {
		this.bank = bank;
		this.owners = owners;
		this.jdbc = jdbc;
	}

	/**
	 * The packs of an author.
	 * @param author who asks
	 * @return by title
	 */
	public List<PackVersion> of(CandidateId author) {
		Set<String> mine = new HashSet<>(this.owners.packsOf(author));
		return this.bank.packs().stream().filter((pack) -> mine.contains(pack.definition().id())).toList();
	}

	/**
	 * The packs that come from the folder of packs.
	 * @return by title
	 */
	public List<PackVersion> ofFolder() {
		Set<String> nobodys = new HashSet<>(this.jdbc.sql("select id from pack where owner is null")
			.query((row, number) -> row.getString(1))
			.list());
		return this.bank.packs().stream().filter((pack) -> nobodys.contains(pack.definition().id())).toList();
	}

	/**
	 * The newest version of a pack that somebody may look into.
	 * @param packId the pack
	 * @param author who asks
	 * @param administrator whether they are one
	 * @return the version
	 * @throws NoSuchPackException if there is none, or it is not for them
	 */
	public PackVersion find(String packId, CandidateId author, boolean administrator) {
		boolean may = this.owners.of(packId).map(author::equals).orElse(administrator);
		if (!may) {
			throw new NoSuchPackException(packId);
		}
		return this.bank.pack(packId).orElseThrow(() -> new NoSuchPackException(packId));
	}

	/** Whose an id is, for somebody who wants to publish under it. */
	public enum Holder {

		/** Nobody has it, or the author has. */
		MINE,

		/** Another instructor has it. */
		ANOTHER,

		/** A pack of the folder of packs has it. */
		FOLDER

	}

	/**
	 * Whose an id is.
	 * @param packId a pack's id, published or not
	 * @param author who wants to publish under it
	 * @return nothing of the pack itself
	 */
	public Holder holder(String packId, CandidateId author) {
		return this.owners.of(packId)
			.map((owner) -> owner.equals(author) ? Holder.MINE : Holder.ANOTHER)
			.orElseGet(() -> this.bank.pack(packId).isPresent() ? Holder.FOLDER : Holder.MINE);
	}

	/**
	 * Whether a pack comes from the folder of packs.
	 * @param packId a pack that was found
	 * @return false if somebody published it here
	 */
	public boolean isOfFolder(String packId) {
		return this.owners.of(packId).isEmpty();
	}

	/**
	 * A version of a pack.
	 * @param pack one that was found for its author
	 * @param number of the version
	 * @return the version
	 * @throws NoSuchPackException if there is none
	 */
	public PackVersion version(PackVersion pack, int number) {
		return this.bank.versions(pack.definition().id())
			.stream()
			.filter((version) -> version.number() == number)
			.findFirst()
			.orElseThrow(() -> new NoSuchPackException(pack.definition().id()));
	}

}
