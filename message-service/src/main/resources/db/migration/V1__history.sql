-- The logs that were ever projected, oldest first. Another topic id means another log, in which positions start again.
create table log_epoch (
    seq      int         not null primary key,
    topic_id varchar(36) not null unique
) character set utf8mb4 collate utf8mb4_bin;

-- How far each partition is projected. Moved in the same transaction as what was projected.
create table projection (
    epoch        int    not null,
    partition_no int    not null,
    next_offset  bigint not null,
    primary key (epoch, partition_no)
) character set utf8mb4 collate utf8mb4_bin;

-- A short name for each room and each conversation. Without a key: deleted, its rows are being swept away.
create table stream (
    id         int          not null auto_increment primary key,
    stream_key varchar(255) null unique
) character set utf8mb4 collate utf8mb4_bin;

-- Clustered so that the history of a stream is one range in order. An author and an id stand once in a stream.
create table message (
    stream_id   int        not null,
    epoch       int        not null,
    position    bigint     not null,
    appended_at bigint     not null,
    id          binary(16) not null,
    author      varchar(50) character set ascii collate ascii_general_ci not null,
    body        text       not null,
    primary key (stream_id, epoch, position),
    unique key message_once (stream_id, id, author)
) character set utf8mb4 collate utf8mb4_bin;

-- What the room's log says of the room. Gone: deleted and not created again; `deletion` is the id of that event.
create table room (
    stream_id        int         not null primary key,
    name             varchar(50) not null,
    has_password     boolean     not null,
    gone             boolean     not null,
    deletion         binary(16)  null,
    deleted_epoch    int         null,
    deleted_position bigint      null
) character set utf8mb4 collate utf8mb4_bin;

-- Memberships of rooms, and how far the member has read.
create table room_member (
    user_key      varchar(50) not null,
    stream_id     int         not null,
    read_epoch    int         not null,
    read_position bigint      not null,
    primary key (user_key, stream_id),
    key room_member_of_stream (stream_id)
) character set utf8mb4 collate utf8mb4_bin;

-- Bans that have not been lifted. Events are projected once and in order, so past ones are of no use.
create table ban (
    stream_id int         not null,
    user_key  varchar(50) not null,
    epoch     int         not null,
    position  bigint      not null,
    until_at  bigint      null,
    primary key (stream_id, user_key, epoch, position)
) character set utf8mb4 collate utf8mb4_bin;

-- Where a user was last kicked or banned or left: tickets from before it are void.
create table departure (
    stream_id int         not null,
    user_key  varchar(50) not null,
    epoch     int         not null,
    position  bigint      not null,
    primary key (stream_id, user_key)
) character set utf8mb4 collate utf8mb4_bin;

-- Private conversations, once for each of the two: with whom, the newest message, and how far they have read.
create table conversation_member (
    user_key      varchar(50) not null,
    stream_id     int         not null,
    other         varchar(50) not null,
    last_epoch    int         not null,
    last_position bigint      not null,
    last_at       bigint      not null,
    read_epoch    int         not null,
    read_position bigint      not null,
    primary key (user_key, stream_id),
    key conversation_recent (user_key, last_at, stream_id)
) character set utf8mb4 collate utf8mb4_bin;
