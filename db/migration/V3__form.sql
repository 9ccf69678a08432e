-- The items that one candidate gets. A form never changes and is small: a seed and revision ids, no text.

create table form (
    id              uuid     primary key,
    pack_version_id bigint   not null references pack_version,
    blueprint       text     not null,
    seed            bigint   not null, -- orders the options; stays on the server
    revisions       bigint[] not null, -- item_revision.id by position
    unscored        int[]    not null  -- positions, from 1, of the pilots
);
