-- Row-level security: a session sees the rows of the company that it has set, and no rows if it has set none. It does not apply to the owner
-- of the tables, nor to the owner's views. Partitions have it too. No role has privileges on a partition, so queries name the table.

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

-- A company still sees its former workers, because their entries stay.
drop policy if exists its_company on worker;
create policy its_company on worker using (
    company_id = current_company()
    or exists (select from company_former_worker as former where former.worker_id = worker.id and former.company_id = current_company()));

-- Only the present workers: a remembered mobile goes with the worker to the next company.
drop policy if exists its_company on worker_mobile;
create policy its_company on worker_mobile using (
    exists (select from worker where worker.id = worker_id and worker.company_id = current_company()));

-- Clients belong to no company. A company sees those for whom its workers have worked.
drop policy if exists its_company on client;
create policy its_company on client using (
    exists (select from company_client as known where known.client_id = client.id and known.company_id = current_company())
    or exists (select from emergency_entry where client_id = client.id));

drop policy if exists its_company on prestation;
create policy its_company on prestation using (company_id = current_company());

-- A correction moves the date by a month at most, so the pages find an entry in the month of its date or in the next one.
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

-- A company sees only what it saved itself, and saves only for its present workers.
drop policy if exists its_company on saved_client;
create policy its_company on saved_client using (company_id = current_company()) with check (
    company_id = current_company()
    and exists (select from worker where worker.id = worker_id and worker.company_id = current_company()));
