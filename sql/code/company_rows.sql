-- Row-level security: a company's own rows, for a session that has named the company, and no row at all for one that has not. The owner of the
-- tables is not held by it, and views that belong to the owner neither. Partitions have it too, and nobody is given anything on one, so nobody
-- names one.

create or replace function current_company() returns bigint
    language sql stable parallel safe as
$$
select nullif(current_setting('ivr.company_id', true), '')::bigint
$$;

alter table company enable row level security;
alter table company_client enable row level security;
alter table company_former_worker enable row level security;
alter table worker enable row level security;
alter table worker_mobile enable row level security;
alter table client enable row level security;
alter table prestation enable row level security;
alter table prestation_correction enable row level security;
alter table emergency_entry enable row level security;
alter table emergency_reference enable row level security;
alter table emergency_decision enable row level security;
alter table refused_user_number enable row level security;
alter table call enable row level security;
alter table saved_client enable row level security;

drop policy if exists its_company on company;
create policy its_company on company using (id = current_company());

drop policy if exists its_company on company_client;
create policy its_company on company_client using (company_id = current_company());

drop policy if exists its_company on company_former_worker;
create policy its_company on company_former_worker using (company_id = current_company());

-- Somebody who left for another company is still seen on the entries made before.
drop policy if exists its_company on worker;
create policy its_company on worker using (
    company_id = current_company()
    or exists (select from company_former_worker as former where former.worker_id = worker.id and former.company_id = current_company()));

-- Only the workers of today: what is remembered goes with the worker to the next company.
drop policy if exists its_company on worker_mobile;
create policy its_company on worker_mobile using (
    exists (select from worker where worker.id = worker_id and worker.company_id = current_company()));

-- Clients belong to no company: it sees those for whom its workers have worked.
drop policy if exists its_company on client;
create policy its_company on client using (
    exists (select from company_client as known where known.client_id = client.id and known.company_id = current_company())
    or exists (select from emergency_entry where client_id = client.id));

drop policy if exists its_company on prestation;
create policy its_company on prestation using (company_id = current_company());

-- A date is corrected by a month at most, so that what was worked on a day is found near it.
drop policy if exists its_company on prestation_correction;
create policy its_company on prestation_correction using (company_id = current_company()) with check (
    company_id = current_company()
    and exists (select from prestation
                where prestation.id = prestation_id and prestation.service_date = recorded_date and prestation.company_id = current_company()
                  and prestation_correction.service_date between prestation.service_date - 31 and prestation.service_date + 31));

drop policy if exists its_company on emergency_entry;
create policy its_company on emergency_entry using (
    exists (select from worker where worker.id = worker_id and worker.company_id = current_company()));

drop policy if exists its_company on emergency_reference;
create policy its_company on emergency_reference using (exists (select from emergency_entry where emergency_entry.id = entry_id));

drop policy if exists its_company on emergency_decision;
create policy its_company on emergency_decision using (company_id = current_company());

drop policy if exists its_company on refused_user_number;
create policy its_company on refused_user_number using (company_id = current_company());

-- A company sees the calls of its own workers, as it sees their entries.
drop policy if exists its_company on call;
create policy its_company on call using (company_id = current_company());

-- What a former company saved for a worker is not seen, and nothing is saved for who left.
drop policy if exists its_company on saved_client;
create policy its_company on saved_client using (company_id = current_company()) with check (
    company_id = current_company()
    and exists (select from worker where worker.id = worker_id and worker.company_id = current_company()));
