-- What rooms are compared by when one is created: keys are given once and never change, what counts as the same name may.
-- Null until the service has filled them in; a look is also null where an older room looks the same.
alter table room
    add column folded varchar(255) null,
    add column look char(64) character set ascii collate ascii_bin null,
    add key room_folded (folded),
    add unique key room_look (look);
