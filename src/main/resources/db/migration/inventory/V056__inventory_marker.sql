-- Secrets of applications whose name ends in the marker of an operation of a portal. kept: the journal of this portal has said that this
-- is the one which that operation keeps, for good.
create table inventory_marker (
    tenant uuid not null,
    object_id uuid not null,
    key_id uuid not null,
    operation uuid not null,
    kept boolean default false not null,
    primary key (tenant, object_id, key_id)
);

create index inventory_marker_open on inventory_marker (tenant, kept, object_id, key_id);
