-- Sittings and what was answered in them.

create table attempt (
    id           uuid        primary key,
    candidate_id uuid        not null references candidate,
    form_id      uuid        not null unique references form,
    pack_id      text        not null references pack,
    blueprint    text        not null,
    state        text        not null check (state in ('IN_PROGRESS', 'SUBMITTED', 'TIME_UP')),
    started_at   timestamptz not null,
    deadline     timestamptz not null,
    ended_at     timestamptz check ((ended_at is null) = (state = 'IN_PROGRESS'))
);
create index attempt_candidate on attempt (candidate_id, started_at);
create index attempt_overdue on attempt (deadline) where state = 'IN_PROGRESS';
-- Who presses “Start exam” twice gets one exam.
create unique index attempt_one_in_progress on attempt (candidate_id, pack_id, blueprint) where state = 'IN_PROGRESS';

create table response (
    attempt_id  uuid        not null references attempt,
    position    int         not null,              -- from 1
    answer      text[]      not null default '{}', -- option ids, or prompt:option pairs; empty places of an ordering are ''
    flagged     boolean     not null default false,
    sequence    int         not null default 0,    -- of the newest save; an older one can't overwrite it
    recorded_at timestamptz,                       -- when that save was acknowledged; null if the item was only seen
    visited_at  timestamptz not null,              -- when the item was last shown
    primary key (attempt_id, position)
) with (fillfactor = 80); -- room to update in place
