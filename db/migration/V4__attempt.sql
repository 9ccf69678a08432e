-- Sittings and what was answered in them.

create table attempt (
    id              uuid        primary key,
    candidate_id    uuid        not null references candidate,
    form_id         uuid        not null unique references form,
    pack_id         text        not null references pack,
    blueprint       text        not null, -- empty for a drill, which follows none
    mode            text        not null check (mode in ('EXAM', 'PRACTICE', 'DRILL')),
    state           text        not null check (state in ('IN_PROGRESS', 'SUBMITTED', 'TIME_UP', 'ABANDONED')),
    started_at      timestamptz not null,
    deadline        timestamptz not null, -- the first moment at which no response may be given any more
    grace_seconds   int         not null, -- after the deadline: what was given before it may still arrive
    extra_time      text        not null, -- the accommodation that the deadline includes
    credits_outages boolean     not null, -- whether an outage moves the deadline
    credited_millis bigint      not null default 0, -- given back after outages so far
    paused_at       timestamptz, -- the clock stands still; only practice can be paused
    paused_millis   bigint      not null default 0, -- all pauses before that
    ended_at        timestamptz check ((ended_at is null) = (state = 'IN_PROGRESS'))
);
create index attempt_candidate on attempt (candidate_id, started_at);
create index attempt_overdue on attempt (deadline) where state = 'IN_PROGRESS';
-- Who presses “Start exam” twice gets one exam.
create unique index attempt_one_in_progress on attempt (candidate_id, pack_id, blueprint, mode) where state = 'IN_PROGRESS';

create table response (
    attempt_id  uuid        not null references attempt,
    position    int         not null,              -- from 1
    answer      text[]      not null default '{}', -- option ids, or prompt:option pairs; empty places of an ordering are ''
    flagged     boolean     not null default false,
    sequence    int         not null default 0,    -- of the newest save; an older one can't overwrite it
    recorded_at timestamptz,                       -- when that save was acknowledged; null if the item was only seen
    visited_at  timestamptz not null,              -- when the item was last shown
    checked_at  timestamptz,                       -- practice: when the key was shown; the answer stays as it is from then on
    primary key (attempt_id, position)
) with (fillfactor = 80); -- room to update in place

-- What reached the server too late to count: the candidate is told.
create table late_response (
    attempt_id uuid        not null references attempt,
    position   int         not null,
    answer     text[]      not null,
    sequence   int         not null,
    arrived_at timestamptz not null,
    primary key (attempt_id, position)
);

-- When the service last lived. A gap is an outage.
create table heartbeat (
    only_row boolean     primary key default true check (only_row),
    beat_at  timestamptz not null
);

create table outage (
    id       bigint generated always as identity primary key,
    began_at timestamptz not null, -- the last heartbeat before
    ended_at timestamptz not null, -- the first one after
    attempts int         not null  -- how many running attempts got the time back
);
