-- The short numbers of a worker's clients.

-- Gives a saved client its short number: the former one, or the lowest free one. The row has a client or a user number. Nothing is saved if no
-- active client has that user number, or if no short number is free. Each lock is shared by many workers and lasts until COMMIT, so that two
-- transactions do not take the same number, and an import of many workers takes few locks. With the rights of the owner: the numbers that the
-- worker's former company gave are taken too, but the present company must not see them.
create or replace function number_saved_client() returns trigger
    language plpgsql security definer set search_path from current as
$$
begin
    if new.client_id is null then
        select id into new.client_id from client where user_number = new.user_number and active;
    else
        select user_number into new.user_number from client where id = new.client_id;
    end if;
    if new.client_id is null then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('saved_client', new.worker_id % 1000));
    select number into new.number
    from saved_client where (worker_id, company_id, client_id) = (new.worker_id, new.company_id, new.client_id);
    if not found then
        select min(free) into new.number
        from generate_series(10, 99) as free
        where not exists (select from saved_client where worker_id = new.worker_id and number = free);
    end if;
    if new.number is null then
        return null;
    end if;
    return new;
end
$$;

create or replace trigger saved_client_numbered before insert on saved_client
    for each row execute function number_saved_client();

-- Whether a worker of the company has no number left. With the rights of the owner, because numbers that were given at another company count,
-- and a company must not see those.
create or replace function short_numbers_used_up(its_worker bigint) returns boolean
    language sql stable security definer set search_path from current as
$$
select count(*) >= 90
from saved_client join worker on worker.id = worker_id
where worker_id = its_worker and worker.company_id = current_company()
$$;

revoke execute on function short_numbers_used_up from public;

-- A worker who changes company has other clients there. With the rights of the owner, because the import of workers has no right to do this.
create or replace function remove_saved_clients() returns trigger
    language plpgsql security definer set search_path from current as
$$
begin
    update saved_client set removed_at = now() where worker_id = old.id and removed_at is null;
    return null;
end
$$;

create or replace trigger worker_left_clients after update of company_id on worker
    for each row when (old.company_id <> new.company_id) execute function remove_saved_clients();
