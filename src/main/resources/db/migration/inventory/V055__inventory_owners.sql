-- Whether whoever last read the owners may read people. Those that could not be told without that are read again by somebody who may.
alter table inventory_object add column owners_seen boolean not null default false;

-- Owners that were read, but could not be told, have a state of their own from now on; they get it when they are read again.
update inventory_object set owners_read_at = null where owner_state = 'UNKNOWN';
update inventory_owner set state = 'UNTOLD' where state = 'UNKNOWN';
