-- Packs. Nothing here is ever updated but item_revision.to_version: attempts keep what they were sat with.

create table pack (
    id text primary key
);

create table pack_version (
    id           bigint generated always as identity primary key,
    pack_id      text        not null references pack,
    number       int         not null,
    content_hash text        not null, -- SHA-256 of the pack as read; an import of the same content changes nothing
    definition   json        not null, -- title, domains, blueprints, in the order in which they are written
    imported_at  timestamptz not null,
    unique (pack_id, number)
);

create table scenario (
    id           bigint generated always as identity primary key,
    pack_id      text not null references pack,
    name         text not null, -- the case study's id in the pack
    content_hash text not null,
    title        text not null,
    text         text not null,
    unique (pack_id, name, content_hash)
);

create table item_revision (
    id            bigint generated always as identity primary key,
    pack_id       text   not null references pack,
    item          text   not null, -- the item's id in the pack, the same in all its revisions
    number        int    not null,
    content_hash  text   not null, -- SHA-256 of all that the pack says of the item
    type          text   not null,
    domain        text   not null,
    task          text,
    topic         text,
    difficulty    text,
    level         text,
    scenario_id   bigint references scenario,
    case_study    text,
    case_position int    not null default 0,
    enemies       text[] not null default '{}',
    content       jsonb  not null, -- stem, options, key, rationales, references
    from_version  int    not null, -- the pack version that brought it
    to_version    int,             -- the pack version that no longer has it; null while it is in force
    unique (pack_id, item, number)
);

-- At most one revision of an item is in force.
create unique index item_revision_in_force on item_revision (pack_id, item) where to_version is null;
