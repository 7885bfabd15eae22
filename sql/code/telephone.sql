-- The client whose telephone this is; none when it belongs to two. With the rights of the owner: the server's role, which has the number of a
-- caller, can read no number of anybody.
create or replace function client_of_phone(number text) returns bigint
    language sql stable security definer as
$$
select min(id) from client where phone = number and active having count(*) = 1
$$;

revoke execute on function client_of_phone from public;

-- The names in it are those of this schema, whatever the session's search_path says; temporary tables come last.
do
$$
begin
    execute format('alter function client_of_phone set search_path = %I, pg_temp', current_schema());
end
$$;
