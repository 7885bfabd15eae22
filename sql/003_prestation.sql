-- The entries made by phone, and what other systems read of them.

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

-- Nine digits, the first never 9, the last a check digit. The stride has no factor in common with 90 million, so every
-- number comes once, and two entries made one after the other do not differ by a single digit.
create function next_reference() returns text
    language sql volatile as
$$
    select stem || check_digit(stem)
    from (select lpad(((nextval('reference_number') * 38462311 + 27182818) % 90000000)::text, 8, '0') as stem) as next
$$;

create table prestation (
    id                 bigint      generated always as identity primary key,
    reference          text        not null unique default next_reference()
                                   check (reference ~ '^[0-8][0-9]{8}$' and right(reference, 1) = check_digit(left(reference, 8))),
    company_id         bigint      not null references company,
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
    unique (call_sid, entry_no)
);

comment on column prestation.company_id is 'The worker''s company when the entry was made.';
comment on column prestation.region is 'The client''s region when the entry was made; the number dialled does not decide it.';
comment on column prestation.deliveries is
    'How often the confirmation arrived. A repeat must write something, so that its own COMMIT waits for the standby too.';

create index prestation_on_record on prestation (worker_id, client_id, service_date);
create index prestation_of_company on prestation (company_id, recorded_at);

-- Payload: {"company_code": "...", "reference": "..."}
create function notify_prestation() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('prestation', json_build_object(
        'company_code', (select company_code from company where id = new.company_id),
        'reference', new.reference)::text);
    return null;
end
$$;

create trigger prestation_recorded after insert on prestation
    for each row execute function notify_prestation();

-- The contract with other systems: columns may be added at the end, never taken away.
create view prestation_feed as
select prestation.reference,
       company.company_code,
       worker.login as worker_login,
       client.user_number,
       prestation.region,
       prestation.activity,
       prestation.hours,
       prestation.service_date,
       prestation.recorded_at,
       prestation.line,
       prestation.dialled,
       prestation.caller,
       prestation.call_sid,
       prestation.entry_no,
       prestation.possible_duplicate
from prestation
join company on company.id = prestation.company_id
join worker on worker.id = prestation.worker_id
join client on client.id = prestation.client_id;
