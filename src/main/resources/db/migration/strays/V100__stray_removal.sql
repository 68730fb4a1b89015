-- Which operation was last asked to remove a stray secret.
create table stray_removal (
    tenant uuid not null,
    object_id uuid not null,
    key_id uuid not null,
    operation uuid not null,
    primary key (tenant, object_id, key_id)
);
