-- Who is there.

create table candidate (
    id         uuid primary key,
    created_at timestamptz not null
);

-- Keys that all nodes share. Made by the first node that needs one; never leaves the database and the nodes.
create table signing_key (
    purpose text  primary key,
    secret  bytea not null
);

-- A guest types such a code on another device to go on there.
create table device_code (
    code_hash    bytea       primary key, -- SHA-256: who reads the table can't use it
    candidate_id uuid        not null references candidate,
    expires_at   timestamptz not null
);
create index device_code_expires_at on device_code (expires_at);
