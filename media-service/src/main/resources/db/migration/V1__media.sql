-- Files that somebody uploaded. The content is in a file that is named by its hash, which several of these may share.
create table media (
    id          binary(16)   not null primary key,
    owner       varchar(50)  character set ascii collate ascii_general_ci not null,
    hash        binary(32)   not null,
    name        varchar(255) not null,
    type        varchar(100) not null,
    size        bigint       not null,
    width       int          null,
    height      int          null,
    orientation tinyint      not null default 1,
    created_at  bigint       not null,
    asked_at    bigint       not null,
    key media_hash (hash),
    key media_asked (asked_at)
) character set utf8mb4 collate utf8mb4_bin;

-- How many bytes the files of a user have together.
create table space (
    owner varchar(50) character set ascii collate ascii_general_ci not null primary key,
    bytes bigint not null
) character set utf8mb4 collate utf8mb4_bin;
