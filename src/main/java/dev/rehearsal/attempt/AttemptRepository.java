package dev.rehearsal.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<Attempt, UUID> {

	Attempt save(Attempt attempt);

	Optional<Attempt> findByIdAndCandidateId(UUID id, UUID candidateId);

	List<Attempt> findByCandidateIdOrderByStartedAtDesc(UUID candidateId);

	List<Attempt> findByCandidateIdAndPackId(UUID candidateId, String packId);

	Optional<Attempt> findByCandidateIdAndPackIdAndBlueprintAndState(UUID candidateId, String packId, String blueprint,
			AttemptState state);

	/** Waits for saves that are under way: they hold the row too. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Attempt a where a.id = :id")
	Optional<Attempt> lock(UUID id);

	@Query("select a.id from Attempt a where a.state = 'IN_PROGRESS' and a.deadline <= :now order by a.deadline")
	List<UUID> overdue(Instant now, Limit limit);

}
