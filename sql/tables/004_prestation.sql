-- The entries, in monthly partitions by the date of the work: a call reads few partitions, and an index is as large as a month.

-- ISO/IEC 7064 MOD 11,10: catches every wrong digit and nearly every swap of neighbours.
create function check_digit(digits text) returns text
    language plpgsql immutable strict parallel safe as
$$
declare
    product integer := 10;
    total   integer;
begin
    for place in 1 .. length(digits) loop
        total := (product + substr(digits, place, 1)::integer) % 10;
        product := (case total when 0 then 10 else total end * 2) % 11;
    end loop;
    return ((11 - product) % 10)::text;
end
$$;

create sequence reference_number minvalue 0 maxvalue 89999999 start 0 no cycle;

-- Nine digits, the first never 9, the last a check digit. The factor and 90 million have no common divisor, so every number comes once, and
-- consecutive references differ in more than one digit.
create function next_reference() returns text
    language plpgsql volatile as
$$
declare
    stem text := lpad(((nextval('reference_number') * 38462311 + 27182818) % 90000000)::text, 8, '0');
begin
    return stem || check_digit(stem);
end
$$;

-- A sequence of its own, because identity columns of partitioned tables differ between versions of PostgreSQL.
create sequence prestation_id_seq;

-- PostgreSQL enforces a unique key only within a partition, so each key contains the date. They are also unique without it: ids and references
-- come from one sequence each, and a call has one date.
create table prestation (
    id                 bigint      not null default nextval('prestation_id_seq'),
    reference          text        not null default next_reference()
                                   check (reference ~ '^[0-8][0-9]{8}$' and right(reference, 1) = check_digit(left(reference, 8))),
    company_id         bigint      not null,
    worker_id          bigint      not null references worker,
    client_id          bigint      not null references client,
    region             text        not null check (region in ('flanders', 'brussels', 'wallonia')),
    activity           smallint    not null check (activity between 1 and 4),
    hours              smallint    not null check (hours between 1 and 9),
    service_date       date        not null,
    recorded_at        timestamptz not null,
    line               text        not null check (line in ('flanders-brussels', 'wallonia')),
    dialled            text        not null,
    caller             text        not null,
    call_sid           text        not null check (call_sid ~ '^CA[0-9a-f]{32}$'),
    entry_no           integer     not null check (entry_no >= 1),
    possible_duplicate boolean     not null,
    deliveries         integer     not null default 1,
    recorded_in        xid8        not null default pg_current_xact_id(),
    origin             text        not null default 'phone' check (origin in ('phone', 'emergency')),
    primary key (id, service_date),
    unique (reference, service_date),
    unique (call_sid, entry_no, service_date)
) partition by range (service_date);

alter sequence prestation_id_seq owned by prestation.id;

comment on column prestation.company_id is
    'The worker''s company when the entry was made, read from worker in the same statement; no foreign key, which would lock the same few rows of '
    'company in every call. A trigger refuses to delete a company that has entries.';
comment on column prestation.region is 'The client''s region when the entry was made; the number dialled does not decide it.';
comment on column prestation.service_date is
    'Fixed in the call state at the first webhook, so all entries and deliveries of a call have the same date and are in one partition.';
comment on column prestation.caller is 'As Twilio sent it; empty after erasure of the person or after its retention period.';
comment on column prestation.deliveries is
    'How often the confirmation arrived. A repeated one must write, so that its COMMIT also waits for the standby.';
comment on column prestation.recorded_in is
    'The transaction that recorded it. Entries become visible in the order of their COMMITs, which no time and no sequence shows. A reader keeps '
    'a snapshot, and then reads the entries of all transactions that had not ended in it.';
comment on column prestation.origin is 'emergency: an emergency entry that the company accepted.';

create index prestation_on_record on prestation (worker_id, service_date, client_id);
create index prestation_of_company on prestation (company_id, recorded_at);
create index prestation_caller_age on prestation (recorded_at) where caller <> '';
create index prestation_of_client on prestation (client_id);
create index prestation_arrival on prestation (company_id, recorded_in);

-- Takes entries whose month has no partition, so that none is refused. It has rows only if the partitions command was forgotten.
create table prestation_other partition of prestation default;

-- Corrections by a company, and cancellations by a worker in the call. A recorded entry does not change: each correction is a row with author,
-- time and reason.
create table prestation_correction (
    id            bigint      generated always as identity primary key,
    prestation_id bigint      not null,
    recorded_date date        not null,
    number        integer     not null check (number >= 1),
    company_id    bigint      not null references company,
    activity      smallint    not null check (activity between 1 and 4),
    hours         smallint    not null check (hours between 1 and 9),
    service_date  date        not null,
    cancelled     boolean     not null,
    reason        text        not null check (reason <> '' and length(reason) <= 500),
    made_by       text        not null,
    made_at       timestamptz not null,
    origin        text        not null default 'page' check (origin in ('page', 'phone')),
    made_in       xid8        not null default pg_current_xact_id(),
    check (origin = 'page' or cancelled),
    unique (prestation_id, number),
    constraint prestation_correction_prestation_fkey foreign key (prestation_id, recorded_date) references prestation (id, service_date)
);

comment on table prestation_correction is 'Values that replace the recorded ones; of several corrections of an entry the last one applies.';
comment on column prestation_correction.recorded_date is 'The date of the entry as it was recorded; with prestation_id it is the entry''s key.';
comment on column prestation_correction.number is '1, 2, ... for each entry. If two people correct at the same time, one of them gets an error.';
comment on column prestation_correction.origin is
    'page: by the company. phone: the worker cancelled the entry in the call that recorded it; made_by is then the worker''s login.';

comment on column prestation_correction.made_in is 'As prestation.recorded_in: who has seen a snapshot looks next for corrections of all others.';

create index prestation_correction_arrival on prestation_correction (company_id, made_in);
create index prestation_correction_company on prestation_correction (company_id, service_date);
