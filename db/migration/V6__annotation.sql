-- What candidates make of items for themselves. Never graded.

create table annotation (
    attempt_id uuid        not null references attempt,
    position   int         not null,
    struck     text[]      not null, -- option ids
    highlights text[]      not null, -- stem:from-to or scenario:from-to, in characters of the text
    note       text        not null,
    sequence   int         not null, -- of the newest save; an older one can't overwrite it
    saved_at   timestamptz not null,
    primary key (attempt_id, position)
);

-- What candidates tell the pack's author of an item.
create table item_report (
    id          uuid        primary key, -- the page's: one that is sent twice is one report
    attempt_id  uuid        not null references attempt, -- its form tells the item revision that they saw
    position    int         not null,
    text        text        not null,
    reported_at timestamptz not null
);
create index item_report_attempt on item_report (attempt_id);
