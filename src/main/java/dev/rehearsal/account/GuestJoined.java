package dev.rehearsal.account;

/**
 * A guest has shown to be somebody with an account: what the guest has shall be theirs.
 * Whoever keeps something of candidates moves it while this is published.
 *
 * @param guest who it was
 * @param account who it is
 */
public record GuestJoined(CandidateId guest, CandidateId account) {
}
