-- User numbers that a worker had looked up in vain, to tell slips of the fingers from somebody who tries numbers out.
-- The number itself is not kept. Rows are of use for an hour, and go with the next purge.
create table refused_look_up (
    call_sid   text        not null,
    webhook    integer     not null,
    worker_id  bigint      not null references worker,
    refused_at timestamptz not null,
    primary key (call_sid, webhook)
);

comment on table refused_look_up is 'One row a refused number; the key counts a webhook that is delivered twice only once.';

create index refused_look_up_of_worker on refused_look_up (worker_id, refused_at);
create index refused_look_up_age on refused_look_up (refused_at);
