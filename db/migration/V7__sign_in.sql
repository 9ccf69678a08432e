-- Who has an account, how they sign in, and who may do what. An account is a candidate's.

create table account (
    candidate_id  uuid        primary key references candidate, -- never one that a guest's cookie has named
    name          text        not null, -- as others see it
    login         text        unique,   -- user name or e-mail address, in small letters; null: signs in by a provider only
    password_hash text,                 -- begins with the name of its encoder
    email         text,                 -- only one that a provider has verified
    role          text        not null check (role in ('CANDIDATE', 'INSTRUCTOR', 'ADMINISTRATOR')),
    created_at    timestamptz not null,
    check ((login is null) = (password_hash is null))
);

-- Whom an OIDC provider knows.
create table account_identity (
    issuer       text        not null,
    subject      text        not null,
    candidate_id uuid        not null references account,
    linked_at    timestamptz not null,
    primary key (issuer, subject)
);
create index account_identity_candidate on account_identity (candidate_id);

-- Browsers that are signed in. To end a session is to delete its row.
create table sign_in (
    token_hash   bytea       primary key, -- SHA-256 of the cookie: who reads the table can't use it
    candidate_id uuid        not null references account,
    signed_in_at timestamptz not null,
    seen_at      timestamptz not null -- within the hour
);
create index sign_in_candidate on sign_in (candidate_id);

-- Sign-ins that failed, so that all nodes together slow guessing down.
create table sign_in_failure (
    key_hash  bytea       primary key, -- SHA-256 of a login, an address or both: people type passwords into the wrong field
    failures  int         not null,
    failed_at timestamptz not null -- the last of them
);
create index sign_in_failure_failed_at on sign_in_failure (failed_at);

-- Links that make their user an instructor.
create table invitation (
    id          uuid        primary key,
    token_hash  bytea       not null unique, -- SHA-256 of what the link ends with
    invitee     text        not null, -- whom it is meant for, in the administrator's words
    invited_by  uuid        not null references account,
    invited_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_by uuid        references account,
    accepted_at timestamptz, -- it works once
    check ((accepted_by is null) = (accepted_at is null))
);

-- Links by which somebody sets a new password who has forgotten theirs. Each works once.
create table password_link (
    token_hash   bytea       primary key, -- SHA-256 of what the link ends with
    candidate_id uuid        not null references account,
    expires_at   timestamptz not null
);
create index password_link_candidate on password_link (candidate_id);
