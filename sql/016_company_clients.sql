-- Whose names a company sees, in two small tables. Asked of the entries themselves, every name looked into every month that there is.

create table company_client (
    client_id  bigint not null references client on delete cascade,
    company_id bigint not null references company,
    primary key (client_id, company_id)
);

comment on table company_client is 'For whom the workers of a company have worked. A trigger keeps it; purge takes away what no entry is left of.';

create table company_former_worker (
    worker_id  bigint not null references worker on delete cascade,
    company_id bigint not null references company,
    primary key (worker_id, company_id)
);

comment on table company_former_worker is 'Workers who left for another company; their entries stay, and show their names. A trigger keeps it.';

alter table company_client enable row level security;
alter table company_former_worker enable row level security;

create policy its_company on company_client using (company_id = current_company());
create policy its_company on company_former_worker using (company_id = current_company());

-- With the rights of the owner: the server, which writes entries and imports workers, needs none on these tables.
create function note_company_client() returns trigger
    language plpgsql security definer as
$$
begin
    -- Nearly always it is there, and then nothing is written and nobody waits.
    if not exists (select from company_client where client_id = new.client_id and company_id = new.company_id) then
        insert into company_client (client_id, company_id) values (new.client_id, new.company_id) on conflict do nothing;
    end if;
    return null;
end
$$;

create function note_company_former_worker() returns trigger
    language plpgsql security definer as
$$
begin
    insert into company_former_worker (worker_id, company_id) values (old.id, old.company_id) on conflict do nothing;
    return null;
end
$$;

do
$$
begin
    execute format('alter function note_company_client() set search_path = %I, pg_temp', current_schema());
    execute format('alter function note_company_former_worker() set search_path = %I, pg_temp', current_schema());
end
$$;

-- The triggers first: from here to the end nobody records, and nothing is missed.
create trigger prestation_noted after insert on prestation
    for each row execute function note_company_client();
create trigger worker_left after update of company_id on worker
    for each row when (old.company_id <> new.company_id) execute function note_company_former_worker();

insert into company_client (client_id, company_id)
select distinct client_id, company_id from prestation;

insert into company_former_worker (worker_id, company_id)
select distinct worker.id, prestation.company_id
from prestation join worker on worker.id = worker_id
where prestation.company_id <> worker.company_id;

alter policy its_company on worker using (
    company_id = current_company()
    or exists (select from company_former_worker as former where former.worker_id = worker.id and former.company_id = current_company()));
alter policy its_company on client using (
    exists (select from company_client as known where known.client_id = client.id and known.company_id = current_company())
    or exists (select from emergency_entry where client_id = client.id));

-- As it was, but that whoever asks for no name has none looked up: an outer join of which nothing is wanted is left out.
create or replace view company_entry with (security_invoker = true) as
select prestation.id, prestation.reference, prestation.company_id, prestation.worker_id, prestation.client_id,
       worker.login as worker_login, worker.name as worker_name, client.user_number, client.name as client_name,
       prestation.region,
       coalesce(correction.activity, prestation.activity) as activity,
       coalesce(correction.hours, prestation.hours) as hours,
       coalesce(correction.service_date, prestation.service_date) as service_date,
       prestation.service_date as recorded_date,
       prestation.recorded_at, prestation.line, prestation.possible_duplicate, prestation.origin,
       coalesce(correction.number, 0) as corrections,
       coalesce(correction.cancelled, false) as cancelled,
       prestation.recorded_in
from prestation
left join worker on worker.id = prestation.worker_id
left join client on client.id = prestation.client_id
left join lateral (
    select number, activity, hours, service_date, cancelled
    from prestation_correction
    where prestation_id = prestation.id
    order by number desc
    limit 1
) as correction on true;

comment on view company_entry is
    'What holds, as a company''s pages show it. Who asks names the days that were recorded (recorded_date): without them every month is looked into.';
