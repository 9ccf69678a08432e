package dev.rehearsal.authoring;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files from which versions were published. */
@Component
public class PackSources {

	private final JdbcClient jdbc;

	PackSources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Files that say the same as those of the version before take their place. */
	void keep(String packId, int number, byte[] archive) {
		this.jdbc.sql("""
				insert into pack_source (pack_id, number, archive) values (?, ?, ?)
				on conflict (pack_id, number) do update set archive = excluded.archive""")
			.params(packId, number, archive)
			.update();
	}

	/**
	 * The files of a version.
	 * @param packId a pack that its owner asks for
	 * @param number of the version
	 * @return a zip archive; empty if there is no such version, or it has no files here
	 */
	public Optional<byte[]> archive(String packId, int number) {
		return this.jdbc.sql("select archive from pack_source where pack_id = ? and number = ?")
			.params(packId, number)
			.query((row, at) -> row.getBytes("archive"))
			.optional();
	}

	/**
	 * The versions whose files are there.
	 * @param packId a pack that its owner asks for
	 * @return numbers
	 */
	public Set<Integer> versions(String packId) {
		return new TreeSet<>(this.jdbc.sql("select number from pack_source where pack_id = ?")
			.param(packId)
			.query((row, number) -> row.getInt(1))
			.list());
	}

}
