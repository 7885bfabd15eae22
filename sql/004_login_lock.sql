-- The phone's own lock against guessing. It knows logins as keyed, whether a worker has them or not,
-- so that the lock itself tells nobody which logins exist.

create table login_failure (
    call_sid  text        not null,
    try_no    integer     not null,
    login     text        not null,
    failed_at timestamptz not null,
    primary key (call_sid, try_no)
);

comment on table login_failure is 'One row a refused pair; the key counts a webhook that is delivered twice only once.';

create table login_lock (
    login        text        primary key,
    failures     integer     not null,
    locked_until timestamptz
);

comment on column login_lock.failures is 'Consecutive failures; success takes the row away.';
