-- The logs that were told of every account: Kafka's ids of the topic of rooms, which is as new as the others.
create table told_log (
    epoch varchar(36) character set ascii collate ascii_bin not null primary key
);
