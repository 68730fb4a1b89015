-- How lists are read: in their order, passing over what does not fit (by end band by band, because what ends alike is alike), or by
-- sorting everything of the facets and bands that fit.
drop index inventory_credential_ends;
drop index inventory_credential_name;
create index inventory_credential_ends on inventory_credential (tenant, band, ends_at, object_id, key_id, facet);
create index inventory_credential_name on inventory_credential (tenant, name_key, object_id, key_id, band, facet);
-- Holds all that a list is sorted by, without which H2 prefers another index.
create index inventory_credential_facet on inventory_credential (tenant, band, facet, ends_at, name_key, object_id, key_id);
create index inventory_credential_key on inventory_credential (tenant, key_id);
create index inventory_credential_used on inventory_credential (tenant, last_used_at, object_id, key_id);

-- Sums of inventory_tally over the months; kept in the same transaction.
create table inventory_share (
    tenant uuid not null,
    facet integer not null,
    band integer not null,
    credentials bigint not null,
    primary key (tenant, facet, band)
);

insert into inventory_share (tenant, facet, band, credentials)
select tenant, facet, band, sum(credentials) from inventory_tally group by tenant, facet, band;

-- Whether an object has a word is asked for every row that a common word may fit.
drop index inventory_word_object;
create index inventory_word_object on inventory_word (tenant, object_id, word);

-- Most secrets first, and then by name.
drop index inventory_object_secrets;
create index inventory_object_secrets on inventory_object (tenant, live_secrets desc, name_key, object_id);
