-- When an answer was given, as far as its browser could tell: of two that were given at two places the later one counts.
-- A flag does not move it. Null where nobody said, or where it was stored before this was known.
alter table response add column answered_at timestamptz;
alter table late_response add column answered_at timestamptz;
