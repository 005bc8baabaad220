-- The files of a message, as they are described in the log.
alter table message add column attachments text null;

-- Which messages a file is in. Gone: the message was deleted; the row stays until media-service has let go of the file.
create table attachment (
    media_id  binary(16) not null,
    stream_id int        not null,
    epoch     int        not null,
    position  bigint     not null,
    gone      boolean    not null default false,
    primary key (media_id, stream_id, epoch, position),
    key attachment_of_message (stream_id, epoch, position),
    key attachment_gone (gone, media_id),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;
