-- When an answer was given, as far as its browser could tell: of two that were given at two places the later one counts.
-- Null where it was stored before this was known; then it was given when it was recorded.
alter table response add column given_at timestamptz;
alter table late_response add column given_at timestamptz;
