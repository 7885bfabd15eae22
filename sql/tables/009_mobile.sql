-- Which worker's login is remembered on which Belgian mobile. The number is not stored. A row expires 90 days after its last use: it is no
-- longer read, and the next purge deletes it.

create table worker_mobile (
    mark          bytea       not null check (length(mark) = 16),
    worker_id     bigint      not null references worker,
    entries       smallint    not null check (entries between 0 and 3),
    call_sid      text        not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no      integer     not null check (entry_no >= 1),
    used_on       date        not null,
    remembered_at timestamptz,
    primary key (mark, worker_id),
    constraint worker_mobile_asked check (remembered_at is null or entries = 3)
);

comment on table worker_mobile is 'Workers who recorded from a Belgian mobile. After the third entry they are asked, once, whether to remember the login there.';
comment on column worker_mobile.mark is 'HMAC of the number with the pepper, which is not in the database.';
comment on column worker_mobile.entries is 'Number of entries of this worker from this number, up to three.';
comment on column worker_mobile.call_sid is 'With entry_no the last entry that was counted, so that a repeated confirmation counts once.';
comment on column worker_mobile.used_on is 'The day of the last entry.';
comment on column worker_mobile.remembered_at is 'Since when the login is remembered; null if it is not.';

create unique index worker_mobile_remembered on worker_mobile (mark) where remembered_at is not null;
create index worker_mobile_of_worker on worker_mobile (worker_id);
create index worker_mobile_age on worker_mobile (used_on);
