-- Names of those who have signed in, as of their last sign-in, for pages to show beside object ids.
create table person (
    tenant    uuid         not null,
    object_id uuid         not null,
    name      varchar(256) not null,
    primary key (tenant, object_id)
);
