create table company (
    code text primary key,
    name text not null
);

create table worker (
    id            bigint generated always as identity primary key,
    login         text not null unique check (login ~ '^980[0-9]{9}$'),
    password_salt bytea not null,
    password_hash bytea not null,
    company_code  text not null references company,
    name          text not null,
    language      text not null,
    active        boolean not null
);

create table service_user (
    id          bigint generated always as identity primary key,
    user_number text not null unique check (user_number ~ '^[0-9]{12}$'),
    name        text not null,
    region      text not null check (region in ('flanders', 'brussels', 'wallonia')),
    phone       text,
    language    text not null,
    active      boolean not null
);

create table performance (
    id         bigint generated always as identity primary key,
    call_sid   text not null,
    entry      integer not null,
    worker_id  bigint not null references worker,
    user_id    bigint not null references service_user,
    activity   smallint not null check (activity between 1 and 5),
    hours      smallint not null check (hours between 1 and 9),
    created_at timestamptz not null default now(),
    unique (call_sid, entry)                   -- a webhook that is delivered twice writes one row
);

-- The reference that the caller hears: the id in eight digits, and the check digit of ISO/IEC 7064, MOD 11,10.
create function reference(id bigint) returns text language plpgsql immutable as $$
declare
    digits  text := (10000000 + id)::text;
    product integer := 10;
begin
    for i in 1 .. length(digits) loop
        product := (product + substr(digits, i, 1)::integer) % 10;
        product := (case product when 0 then 10 else product end) * 2 % 11;
    end loop;
    return digits || (11 - product) % 10;
end $$;

-- The load command compares it with what the callers heard, after each load.
create view prestation_feed as
select call_sid, entry as entry_no, reference(id) as reference, created_at as recorded_at
from performance;
