create table draft (
	id uuid primary key,
	tenant uuid not null,
	owner uuid not null,
	version integer not null,
	content text not null,
	proposal text,
	operation uuid,
	created_at timestamp with time zone not null,
	changed_at timestamp with time zone not null
);

create index draft_of_owner on draft (tenant, owner, changed_at);
create index draft_of_operation on draft (operation);
