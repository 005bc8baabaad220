-- Which log the positions of the room, its bans and departures are of: Kafka's id of the topic. Null until the first of them
-- is known, and for rooms from before this column until the service starts.
alter table room add column epoch varchar(36) character set ascii collate ascii_bin null, add key room_epoch (epoch);
