package dev.rehearsal.bank;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 of a pack's files as they lie there, names and bytes, so that a pack whose
 * files have not been touched need not be read again.
 */
final class SourceHash {

	/** To be counted up when a release reads the same files differently. */
	private static final String READER = "1";

	private SourceHash() {
	}

	/**
	 * Hashes all files that a reader would read.
	 * @param pack a folder with pack.yaml, or a single YAML file
	 * @return empty if that is not all there to be read
	 */
	static Optional<String> of(Path pack) {
		Problems problems = new Problems();
		MessageDigest digest = sha256();
		digest.update(READER.getBytes(StandardCharsets.UTF_8));
		for (PackFile file : PackFiles.find(pack, problems)) {
			byte[] content = file.read(problems);
			if (content == null) {
				return Optional.empty();
			}
			String name = (file.path() != null && Files.isDirectory(pack)) ? pack.relativize(file.path()).toString()
					: "";
			digest.update(("\0" + name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
			digest.update(content);
		}
		for (Path image : PackFiles.images(pack)) {
			byte[] content = PackFiles.image(pack, PackImages.FOLDER + image.getFileName());
			digest.update(("\0" + image.getFileName() + "\0").getBytes(StandardCharsets.UTF_8));
			digest.update((content != null) ? content : new byte[0]);
		}
		return (problems.count() == 0) ? Optional.of(HexFormat.of().formatHex(digest.digest())) : Optional.empty();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
