package dev.rehearsal.scoring;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface ScoreReportRepository extends Repository<ScoreReport, UUID> {

	ScoreReport save(ScoreReport report);

	List<ScoreReport> findByAttemptIdIn(Collection<UUID> attemptIds);

}
