-- One row for each time that somebody was moderator, kept after its end for as long as the log may hold events from within
-- it. Positions as in `ban`; -1 stands for an appointment from before this table.
create table appointment (
    id            bigint      not null auto_increment primary key,
    room_id       bigint      not null,
    user_key      varchar(50) not null,
    username      varchar(50) not null,
    appointed_by  varchar(50) not null,
    appointed_id  char(36)    not null,
    from_position bigint,
    ended_at      bigint,
    dismissed_id  char(36),
    to_position   bigint,
    key appointment_of_room (room_id, user_key),
    constraint appointment_room foreign key (room_id) references room (id) on delete cascade
) character set utf8mb4 collate utf8mb4_bin;

insert into appointment (room_id, user_key, username, appointed_by, appointed_id, from_position)
select m.room_id, m.user_key, m.username, r.owner, uuid(), -1
  from moderator m join room r on r.id = m.room_id;
