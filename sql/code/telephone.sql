-- The client with this telephone, or null if none or more than one has it. With the rights of the owner: the server's role cannot read telephone
-- numbers.
create or replace function client_of_phone(number text) returns bigint
    language plpgsql stable security definer set search_path from current as
$$
begin
    -- In PL/pgSQL, because PostgreSQL would plan an SQL function for each call.
    return (select min(id) from client where phone = number and active having count(*) = 1);
end
$$;

revoke execute on function client_of_phone from public;
