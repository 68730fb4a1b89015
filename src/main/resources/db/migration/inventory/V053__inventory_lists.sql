-- Lists that leave most facets open are read in their order, band by band, passing over what does not fit.
create index inventory_credential_band_ends on inventory_credential (tenant, band, ends_at, object_id, key_id, facet);
create index inventory_credential_band_name on inventory_credential (tenant, band, name_key, object_id, key_id, facet);

create index inventory_credential_key on inventory_credential (tenant, key_id);
create index inventory_credential_used on inventory_credential (tenant, last_used_at, object_id, key_id, band);

-- Whether an object has a word is asked for every row that a common word may fit.
drop index inventory_word_object;
create index inventory_word_object on inventory_word (tenant, object_id, word);

-- Most secrets first, and then by name.
drop index inventory_object_secrets;
create index inventory_object_secrets on inventory_object (tenant, live_secrets desc, name_key, object_id);
