-- One zip, however many reports share it.
create table artifact (
	sha256 varchar(64) primary key,
	bytes bytea not null
);

create table report (
	token varchar(32) primary key,
	deletion_sha256 varchar(64) not null,
	created timestamp with time zone not null,
	deleted boolean not null,
	rules_version varchar(64) not null,
	generator_version varchar(64) not null,
	-- Null once deleted: nothing of what was shared is kept.
	answers varchar(1000000),
	inventory varchar(1000000),
	snapshot varchar(1000000),
	artifact_sha256 varchar(64) references artifact (sha256)
);

create index report_artifact on report (artifact_sha256);
create index report_created on report (created);
