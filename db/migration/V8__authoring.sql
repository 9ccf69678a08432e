-- Packs that instructors write in the browser.

-- Who published the pack first, and nobody else may. Null: it comes from the folder of packs.
alter table pack add column owner uuid references candidate;

-- A trial is an author's sitting of a draft. It is deleted afterwards, with all that belongs to it.
alter table attempt drop constraint attempt_mode_check;
alter table attempt add check (mode in ('EXAM', 'PRACTICE', 'DRILL', 'TRIAL'));

-- The files that a version was published from, as a zip. Versions of packs from the folder have none.
create table pack_source (
    pack_id text  not null,
    number  int   not null,
    archive bytea not null,
    primary key (pack_id, number),
    foreign key (pack_id, number) references pack_version (pack_id, number)
);

-- What is not published yet, sound or not.
create table pack_draft (
    id         uuid        primary key,
    owner      uuid        not null references candidate,
    title      text        not null, -- as last read from it
    pack_id    text        not null, -- likewise; empty where it names none
    revision   int         not null, -- counts the saves; one that was made from an older one is refused
    created_at timestamptz not null,
    saved_at   timestamptz not null
);
create index pack_draft_owner on pack_draft (owner, saved_at);

create table draft_file (
    draft_id uuid  not null references pack_draft on delete cascade,
    path     text  not null, -- as in the pack's folder
    content  bytea not null,
    primary key (draft_id, path)
);

-- What the author answers to a report. Closed without an answer: there is nothing to do.
alter table item_report add column answer text;
alter table item_report add column settled_at timestamptz; -- answered or closed; null while it is open

-- Images of items, by what they show: one that two packs have is here once.
create table image (
    name    text  primary key, -- SHA-256 of the content and its kind, as in its address
    content bytea not null
);
