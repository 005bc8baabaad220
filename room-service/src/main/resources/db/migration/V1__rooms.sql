-- Keys are made by the application (RoomName.key(), Username.key()) and compared as they are; times are milliseconds UTC.
-- A position is null until the relay has appended the event that it is the position of.
create table room (
    id               bigint       not null auto_increment primary key,
    name_key         varchar(255) not null,
    name             varchar(50)  not null,
    owner            varchar(50)  not null,
    owner_key        varchar(50)  not null,
    topic            varchar(250) not null,
    password_hash    varchar(100),
    member_count     int          not null,
    created_id       char(36)     not null,
    created_position bigint,
    last_position    bigint,
    unique key room_name (name_key),
    key room_owner (owner_key)
) character set utf8mb4 collate utf8mb4_bin;

create table member (
    id              bigint      not null auto_increment primary key,
    room_id         bigint      not null,
    user_key        varchar(50) not null,
    username        varchar(50) not null,
    joined_at       bigint      not null,
    joined_id       char(36)    not null,
    joined_position bigint,
    unique key member_of_room (room_id, user_key),
    key member_rooms (user_key, room_id),
    constraint member_room foreign key (room_id) references room (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

create table moderator (
    id       bigint      not null auto_increment primary key,
    room_id  bigint      not null,
    user_key varchar(50) not null,
    username varchar(50) not null,
    unique key moderator_of_room (room_id, user_key),
    constraint moderator_room foreign key (room_id) references room (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- The last time that somebody was kicked or left.
create table departure (
    id            bigint      not null auto_increment primary key,
    room_id       bigint      not null,
    user_key      varchar(50) not null,
    departed_at   bigint      not null,
    event_id      char(36)    not null,
    left_position bigint,
    unique key departure_of_room (room_id, user_key),
    key departure_order (room_id, left_position),
    constraint departure_room foreign key (room_id) references room (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- One row per ban, kept after its end for as long as the log may hold events from within it.
create table ban (
    id            bigint       not null auto_increment primary key,
    room_id       bigint       not null,
    user_key      varchar(50)  not null,
    username      varchar(50)  not null,
    banned_by     varchar(50)  not null,
    reason        varchar(200) not null,
    banned_at     bigint       not null,
    expires_at    bigint,
    ended_at      bigint,
    banned_id     char(36)     not null,
    from_position bigint,
    unbanned_id   char(36),
    to_position   bigint,
    key ban_of_room (room_id, user_key),
    constraint ban_room foreign key (room_id) references room (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;
