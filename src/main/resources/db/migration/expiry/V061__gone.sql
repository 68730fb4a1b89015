-- gone_at: since when the credential is gone; null while it is there. replaced: whether the work is closed because a newer credential
-- took its place.
alter table work_item add column gone_at timestamp with time zone;
alter table work_item add column replaced boolean default false not null;
update work_item set gone_at = lost_at where lost_at is not null;

create index work_item_gone on work_item (tenant, gone_at);
