-- The partitions of prestation, one for each month.

alter table prestation_other enable row level security;

-- Creates the partition of a month and moves the rows of that month from prestation_other. Returns the number of moved rows, or null if the
-- partition exists. It waits for locks that calls hold, and calls wait for its locks: the caller sets a short lock_timeout and retries.
-- PostgreSQL applies row-level security of the table that a query names, and no role has privileges on a partition.
create or replace function add_prestation_partition(month date) returns bigint
    language plpgsql as
$$
declare
    begins    constant date := date_trunc('month', month);
    ends      constant date := begins + interval '1 month';
    partition constant text := 'prestation_' || to_char(begins, 'YYYY_MM');
    has_rows  boolean;
    moved     bigint := 0;
begin
    if to_regclass(quote_ident(partition)) is not null then
        return null;
    end if;
    -- PostgreSQL would refuse an insert that was routed to prestation_other before the month had a partition. This lock waits for them.
    lock table only prestation in share row exclusive mode;
    if to_regclass(quote_ident(partition)) is not null then
        return null;
    end if;
    lock table prestation_other in access exclusive mode;

    execute format('create table %I (like prestation including all)', partition);
    execute format('alter table %I enable row level security', partition);
    has_rows := exists (select from prestation_other where service_date >= begins and service_date < ends);
    if has_rows then
        -- The foreign keys would refuse the move: they look for a row only in its old partition.
        alter table emergency_entry drop constraint emergency_entry_prestation_fkey;
        alter table prestation_correction drop constraint prestation_correction_prestation_fkey;
        execute format(
            'with moved_rows as (delete from prestation_other where service_date >= %L and service_date < %L returning *)
             insert into %I select * from moved_rows', begins, ends, partition);
        get diagnostics moved = row_count;
    end if;
    execute format('alter table prestation attach partition %I for values from (%L) to (%L)', partition, begins, ends);
    if has_rows then
        perform add_prestation_references();
    end if;
    return moved;
end
$$;

-- From now on PostgreSQL checks new rows. validate_prestation_references checks the existing ones.
create or replace function add_prestation_references() returns void
    language plpgsql as
$$
begin
    alter table emergency_entry add constraint emergency_entry_prestation_fkey
        foreign key (prestation_id, service_date) references prestation (id, service_date) not valid;
    alter table prestation_correction add constraint prestation_correction_prestation_fkey
        foreign key (prestation_id, recorded_date) references prestation (id, service_date) not valid;
end
$$;

-- May take long, and does not block calls.
create or replace function validate_prestation_references() returns void
    language plpgsql as
$$
begin
    if exists (select from pg_constraint where conname = 'emergency_entry_prestation_fkey'
                 and conrelid = 'emergency_entry'::regclass and not convalidated) then
        alter table emergency_entry validate constraint emergency_entry_prestation_fkey;
    end if;
    if exists (select from pg_constraint where conname = 'prestation_correction_prestation_fkey'
                 and conrelid = 'prestation_correction'::regclass and not convalidated) then
        alter table prestation_correction validate constraint prestation_correction_prestation_fkey;
    end if;
end
$$;

revoke execute on function add_prestation_partition, add_prestation_references, validate_prestation_references from public;

