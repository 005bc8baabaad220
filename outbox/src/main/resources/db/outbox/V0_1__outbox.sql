-- Events that were decided and are not in Kafka yet, in the order of their ids.
create table outbox (
    id           bigint         not null auto_increment primary key,
    topic        varchar(64)    not null,
    record_key   varchar(255)   not null,
    record_value mediumtext
) character set utf8mb4 collate utf8mb4_bin;

-- One relay at a time, over all replicas: whoever holds the row.
create table outbox_lease (
    id tinyint not null primary key
);
insert into outbox_lease (id) values (1);
