-- What became of a message since it was written, and what else it says. Deleted: its body is empty, a tombstone.
alter table message
    add column edited_at        bigint       null,
    add column deleted_at       bigint       null,
    add column deleted_by       varchar(50)  character set ascii collate ascii_general_ci null,
    add column deleted_reason   varchar(500) null,
    add column changed_epoch    int          null,
    add column changed_position bigint       null,
    add column thread_root_author varchar(50) character set ascii collate ascii_general_ci null,
    add column thread_root_id   binary(16)   null,
    add column also_in_room     boolean      not null default false,
    add column reply_to_author  varchar(50)  character set ascii collate ascii_general_ci null,
    add column reply_to_id      binary(16)   null,
    add column mentions         text         null,
    add column mentions_all     boolean      not null default false;

-- Whether it is shown in the stream itself, where an answer in a thread need not be. With it a page is one range of an index,
-- however many answers lie between; so is what was said since some time.
alter table message
    add column shown boolean generated always as (thread_root_id is null or also_in_room) virtual,
    add key message_shown (stream_id, shown, epoch, position),
    add key message_shown_since (stream_id, shown, appended_at);

-- Whether there was ever an edit, a deletion, a reaction or a pin: only then may one of those have used the id of a message.
alter table stream add column has_relations boolean not null default false;

-- Everything of a stream's timeline beside its messages, in its place: what is about a message has an author and an id, which
-- stand once in a stream, over messages too. An empty event is an edit whose text is gone.
alter table notice
    add column author       varchar(50) character set ascii collate ascii_general_ci null,
    add column id           binary(16)  null,
    add column about_author varchar(50) character set ascii collate ascii_general_ci null,
    add column about_id     binary(16)  null,
    add column is_edit      boolean     not null default false,
    add unique key notice_once (stream_id, id, author),
    add key notice_about (stream_id, about_id, about_author);

-- Who shows which reaction to the message that stands at that place.
create table reaction (
    stream_id  int         not null,
    epoch      int         not null,
    position   bigint      not null,
    emoji      varchar(32) not null,
    user_key   varchar(50) not null,
    username   varchar(50) not null,
    reacted_at bigint      not null,
    primary key (stream_id, epoch, position, emoji, user_key),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- The pinned messages, by where they stand, and since where in the log they are.
create table pin (
    stream_id int         not null,
    epoch     int         not null,
    position  bigint      not null,
    pinned_by varchar(50) not null,
    pinned_at bigint      not null,
    pinned_epoch    int    not null,
    pinned_position bigint not null,
    primary key (stream_id, epoch, position),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- The texts that a message had before it was edited, by where the edit stands that ended each.
create table revision (
    stream_id      int    not null,
    epoch          int    not null,
    position       bigint not null,
    ended_epoch    int    not null,
    ended_position bigint not null,
    body           text   not null,
    primary key (stream_id, epoch, position, ended_epoch, ended_position),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- Threads, by their roots: how many answers stand, and the last one that was written.
create table thread (
    stream_id     int        not null,
    root_id       binary(16) not null,
    root_author   varchar(50) character set ascii collate ascii_general_ci not null,
    answers       int        not null,
    last_epoch    int        not null,
    last_position bigint     not null,
    last_at       bigint     not null,
    primary key (stream_id, root_id, root_author),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- What is in a thread, deleted or not, in order. Messages outside of threads cost nothing here.
create table thread_answer (
    stream_id   int        not null,
    root_id     binary(16) not null,
    root_author varchar(50) character set ascii collate ascii_general_ci not null,
    epoch       int        not null,
    position    bigint     not null,
    primary key (stream_id, root_id, root_author, epoch, position),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- Who wrote how many of the answers that stand.
create table thread_person (
    stream_id   int        not null,
    root_id     binary(16) not null,
    root_author varchar(50) character set ascii collate ascii_general_ci not null,
    user_key    varchar(50) not null,
    username    varchar(50) not null,
    answers     int        not null,
    primary key (stream_id, root_id, root_author, user_key),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- Whom messages name that their streams show and that stand, as they say it now: a user, or everybody (*). Messages that name
-- nobody cost nothing here.
create table mention (
    user_key   varchar(50) not null,
    stream_id  int         not null,
    epoch      int         not null,
    position   bigint      not null,
    author_key varchar(50) not null,
    primary key (user_key, stream_id, epoch, position),
    key mention_of_message (stream_id, epoch, position),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

-- Who is owner or moderator of a room, since where. Events are projected once and in order, so who was is of no use.
create table room_role (
    stream_id int         not null,
    role      varchar(10) not null,
    user_key  varchar(50) not null,
    epoch     int         not null,
    position  bigint      not null,
    primary key (stream_id, role, user_key),
    foreign key (stream_id) references stream (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

insert into room_role (stream_id, role, user_key, epoch, position)
select stream_id, 'owner', lower(owner), epoch, position
  from (select stream_id, epoch, position, json_unquote(json_extract(event, '$.owner')) as owner,
               row_number() over (partition by stream_id order by epoch desc, position desc) as newest
          from notice where json_unquote(json_extract(event, '$.type')) = 'room') told
 where newest = 1;

insert into room_role (stream_id, role, user_key, epoch, position)
select stream_id, 'moderator', user_key, epoch, position
  from (select stream_id, epoch, position, lower(json_unquote(json_extract(event, '$.user'))) as user_key,
               json_unquote(json_extract(event, '$.role')) as role,
               row_number() over (partition by stream_id, lower(json_unquote(json_extract(event, '$.user')))
                                  order by epoch desc, position desc) as newest
          from notice where json_unquote(json_extract(event, '$.type')) = 'role') told
 where newest = 1 and role = 'moderator';

-- How far somebody has read a stream, as confab.reads tells; it may tell so before the membership or the conversation is
-- projected, and outlives them: within one log it only grows. Hidden: the others are not to see it.
create table read_mark (
    stream_key varchar(255) not null,
    user_key   varchar(50)  not null,
    username   varchar(50)  not null,
    epoch      int          not null,
    position   bigint       not null,
    hidden     boolean      not null,
    primary key (stream_key, user_key),
    key read_mark_reached (stream_key, epoch, position)
) character set utf8mb4 collate utf8mb4_bin;
