package dev.rehearsal.bank;

import dev.rehearsal.account.CandidateId;
import org.jspecify.annotations.Nullable;

/** A pack of this id is there already, and belongs to somebody else. */
public final class PackTakenException extends RuntimeException {

	PackTakenException(String packId, @Nullable CandidateId owner) {
		super("the id " + packId + " belongs to "
				+ ((owner != null) ? "a pack that somebody published here" : "a pack of the folder of packs")
				+ ": give this pack another id");
	}

}
