-- The trace of calls: one row for each call, for operators and for the worker's company. The servers write it in the background, in batches
-- that may arrive twice, late, in any order and from several servers: the row is the same in the end. It is not evidence: a server that
-- crashes loses what it had not written.

create table call (
    call_sid     text        primary key check (call_sid ~ '^CA[0-9a-f]{32}$'),
    started_at   timestamptz not null,
    last_at      timestamptz not null,
    ended_at     timestamptz,
    seconds      integer     check (seconds >= 0),
    line         text        check (line in ('flanders-brussels', 'wallonia')),
    dialled      text,
    caller       text,
    language     text        check (language in ('nl', 'fr', 'de', 'en')),
    worker_id    bigint      references worker,
    company_id   bigint,
    named_by     integer     not null default 0,
    webhooks     integer     not null,
    step         text        check (step ~ '^[A-Za-z]+$'),
    ending       text        not null check (ending in (
                                 'given_up', 'login_failed', 'locked', 'inactive', 'busy', 'unknown_number', 'too_many_tries', 'time_up',
                                 'help_desk', 'wrong_number', 'failed', 'practice')),
    failed       boolean     not null,
    failures     integer     not null,
    keys         integer     not null,
    reprompts    integer     not null,
    recorded     integer     not null,
    left_entries integer     not null,
    asked        jsonb       not null,
    asked_again  jsonb       not null,
    outcome      text        not null generated always as (
                                 case when ended_at is null then 'in_progress'
                                      when recorded > 0 then 'recorded'
                                      when left_entries > 0 then 'left'
                                      when failed then 'failed'
                                      else ending end) stored
) with (fillfactor = 70);

comment on column call.started_at is 'The first webhook.';
comment on column call.last_at is 'The latest known webhook.';
comment on column call.ended_at is 'When the call ended; if its end was not reported, the latest webhook.';
comment on column call.seconds is 'Duration according to Twilio; null until it reports the end.';
comment on column call.line is 'Null if the dialled number belongs to no line.';
comment on column call.caller is 'Masked or null, by the setting Trace:Caller.';
comment on column call.worker_id is
    'The worker of the last login. Only a step after Password shows that the password was right.';
comment on column call.company_id is 'The worker''s company at that time. No foreign key, for the same reason as prestation.company_id.';
comment on column call.named_by is 'Number of the webhook that set worker_id, so that batches in any order keep the latest worker.';
comment on column call.webhooks is 'Number of webhooks. Step and the columns after it have the values of the last one.';
comment on column call.step is 'The last question: a state of CallFlow.';
comment on column call.ending is 'The outcome if the call ends now and has no entry.';
comment on column call.failed is 'Whether the caller heard an apology that ended the call.';
comment on column call.failures is 'Number of webhooks that Twilio could not deliver.';
comment on column call.keys is 'Number of pressed keys, without the keys that end a number.';
comment on column call.reprompts is 'How often a question was repeated because there was no answer or an invalid one.';
comment on column call.recorded is 'Number of recorded entries.';
comment on column call.left_entries is 'Number of emergency entries.';
comment on column call.asked is 'How often the call reached each question: {"Login": 1, "Password": 1}.';
comment on column call.asked_again is 'Reprompts by question: {"Login": 2}.';

-- The trace updates a row several times. No index contains a column that changes each time, and fillfactor leaves space, so most updates stay on
-- the page of the row (HOT).
create index call_started on call (started_at);
create index call_unfinished on call (started_at) where seconds is null;
create index call_of_company on call (company_id, started_at);
create index call_of_worker on call (worker_id);

-- Calls whose end Twilio reported. Confirmations read this table, so nothing else locks it. Rows are needed for 15 minutes, the longest time that
-- a call state is valid; the next purge deletes them.
create table ended_call (
    call_sid text        primary key check (call_sid ~ '^CA[0-9a-f]{32}$'),
    ended_at timestamptz not null
);

comment on column ended_call.ended_at is 'When Twilio reported the end to a server.';

create index ended_call_age on ended_call (ended_at);
