-- Where a person's sign-in ends, so that the same test can be made again; null for tests without a redirect URI.
alter table connection_test add column redirect_uri varchar(500);
