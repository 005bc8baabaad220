-- What everybody in a room was told beside its messages, as it stands in the log: for who comes back after a long absence.
-- Goes with its stream, whichever version sweeps that away.
create table notice (
    stream_id   int    not null,
    epoch       int    not null,
    position    bigint not null,
    appended_at bigint not null,
    event       text   not null,
    primary key (stream_id, epoch, position),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;
