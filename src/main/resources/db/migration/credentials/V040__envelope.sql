-- A client secret between its making and the one page that shows it. The private key that
-- opens an envelope is in a cookie of the operator's browser and nowhere else.
create table envelope (
	operation uuid primary key,
	tenant uuid not null,
	operator uuid not null,
	public_key bytea not null,
	created_at timestamp with time zone not null,
	sealed bytea,
	sealed_at timestamp with time zone,
	revealed_at timestamp with time zone,
	revealed_by varchar(300),
	expired_at timestamp with time zone
);
