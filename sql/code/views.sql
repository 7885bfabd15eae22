-- Views for the companies' pages and for other systems.

-- Entries with their last corrections, as a company's pages show them. Security_invoker: row-level security applies to the role that queries.
-- The outer joins cost nothing if a query selects no names, because PostgreSQL removes them then.
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
       prestation.recorded_in,
       coalesce(correction.cancelled and correction.origin = 'phone', false) as undone
from prestation
left join worker on worker.id = prestation.worker_id
left join client on client.id = prestation.client_id
left join lateral (
    select number, activity, hours, service_date, cancelled, origin
    from prestation_correction
    where prestation_id = prestation.id
    order by number desc
    limit 1
) as correction on true;

comment on view company_entry is
    'Entries with their last corrections. Queries must restrict recorded_date, or PostgreSQL reads every monthly partition.';

-- The contract with other systems: columns may be added at the end, never removed.
create or replace view prestation_feed as
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
       prestation.possible_duplicate,
       prestation.origin
from prestation
join company on company.id = prestation.company_id
join worker on worker.id = prestation.worker_id
join client on client.id = prestation.client_id;

create or replace view prestation_correction_feed as
select prestation.reference, company.company_code, number as correction_no, prestation_correction.activity, prestation_correction.hours,
       prestation_correction.service_date, cancelled, reason, made_by, made_at,
       prestation_correction.origin
from prestation_correction
join prestation on prestation.id = prestation_id and prestation.service_date = recorded_date
join company on company.id = prestation_correction.company_id;
