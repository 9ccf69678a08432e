package dev.rehearsal.account;

import java.util.UUID;

/**
 * Who sits exams. Every query for what belongs to a candidate takes it.
 *
 * @param value the candidate's id
 */
public record CandidateId(UUID value) {
}
