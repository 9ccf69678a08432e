package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<Attempt, UUID> {

	Attempt save(Attempt attempt);

	Optional<Attempt> findByIdAndCandidateId(UUID id, UUID candidateId);

	List<Attempt> findByCandidateIdAndModeNotOrderByStartedAtDesc(UUID candidateId, AttemptMode mode);

	List<Attempt> findByCandidateIdAndPackId(UUID candidateId, String packId);

	Optional<Attempt> findByCandidateIdAndPackIdAndBlueprintAndModeAndState(UUID candidateId, String packId,
			String blueprint, AttemptMode mode, AttemptState state);

	/** Waits for saves that are under way: they hold the row too. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Attempt a where a.id = :id")
	Optional<Attempt> lock(UUID id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Attempt a where a.id = :id and a.candidateId = :candidateId")
	Optional<Attempt> lock(UUID id, UUID candidateId);

	@Query(nativeQuery = true, value = """
			select id from attempt where state = 'IN_PROGRESS' and paused_at is null and deadline <= :now
			    and deadline + grace_seconds * interval '1 second' <= :now order by deadline limit :most""")
	List<UUID> overdue(Instant now, int most);

}
