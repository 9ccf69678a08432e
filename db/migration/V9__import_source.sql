-- The files from which the newest version of a pack was imported last: while they have not been touched, nothing is
-- read again. A release that does not know the table imports as before, and the row is of no use then.

create table import_source (
    pack_id text primary key references pack,
    version int  not null, -- pack_version.number
    hash    text not null  -- SHA-256 of the names and bytes of the files
);
