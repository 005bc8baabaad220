-- Keys are usernames in lower case, made by the service, and compared byte by byte.
create table account (
    username_key  varchar(50)  not null primary key,
    username      varchar(50)  not null,
    password_hash varchar(72)  not null,
    display_name  varchar(50)  not null,
    bio           varchar(500) not null,
    avatar        varchar(64)  not null,
    last_room     varchar(50)  not null,
    disabled      boolean      not null,
    created_at    bigint       not null
) character set utf8mb4 collate utf8mb4_bin;

create table avatar (
    username_key varchar(50) not null primary key,
    hash         varchar(64) not null,
    media_type   varchar(20) not null,
    content      mediumblob  not null,
    foreign key (username_key) references account (username_key)
) character set utf8mb4 collate utf8mb4_bin;

-- One row: the hash that passwords of unknown usernames are checked against.
create table decoy (
    id            tinyint     not null primary key,
    password_hash varchar(72) not null
) character set utf8mb4 collate utf8mb4_bin;
