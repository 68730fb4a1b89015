-- What the last write left behind, when it was answered and which operation made it: until every copy of the directory shows it, a copy that
-- does not is no ground to write on.
alter table operation_target add column written varchar(64);
alter table operation_target add column written_at timestamp with time zone;
alter table operation_target add column written_by uuid;
