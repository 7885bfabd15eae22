-- A server that was stopped says so, and is not missed.

alter table node add column stopped_at timestamptz;

comment on column node.stopped_at is 'When it was stopped, by the clock of this database; null while it runs, and when it ended without a word.';
