// Shows what is recorded, and what is corrected, as it happens. The list says where it begins (data-since); the stream goes on from there,
// and after a loss from where it was. What comes twice is known by its reference.
"use strict";

const list = document.getElementById("entries");
const body = list.tBodies[0];
const template = document.getElementById("row");
const state = document.getElementById("live-state");
const told = document.getElementById("told");
const newest = 200;
let source = null;

function known(reference) {
    return body.querySelector(`[data-reference="${CSS.escape(reference)}"]`);
}

function grouped(digits) {
    return digits.replace(/(...)(?=.)/g, "$1 ");
}

function rowOf(entry) {
    const row = template.content.firstElementChild.cloneNode(true);
    row.dataset.reference = entry.reference;
    row.classList.add("new");
    row.classList.toggle("cancelled", entry.cancelled);
    for (const field of row.querySelectorAll("[data-field]")) {
        const value = entry[field.dataset.field];
        if (Array.isArray(value)) {
            field.replaceChildren(...value.map(flag => Object.assign(document.createElement("span"), { className: "flag", textContent: flag })));
        } else {
            field.textContent = field.dataset.field === "reference" ? grouped(value) : value;
        }
    }
    row.querySelector("a").href += encodeURIComponent(entry.reference);
    setTimeout(() => row.classList.remove("new"), 4000);
    return row;
}

function show(entry) {
    body.prepend(rowOf(entry));
    while (body.rows.length > newest) body.lastElementChild.remove();
}

// The list may have grown past the row meanwhile.
function replace(entry) {
    const row = known(entry.reference);
    if (row === null) return;
    const hasFocus = row.contains(document.activeElement);
    const its = rowOf(entry);
    row.replaceWith(its);
    if (hasFocus) its.querySelector("a").focus();
}

function lineOf(entry) {
    return [entry.time, entry.worker, entry.client, `${list.dataset.hours} ${entry.hours}`, ...entry.flags].join(", ");
}

// Those with most hours come first, as many as the page shows. Who has only cancelled entries is not there.
function showWorkers(workers) {
    const rows = document.getElementById("workers");
    for (const worker of workers) {
        const its = rows.querySelector(`[data-login="${CSS.escape(worker.login)}"]`);
        if (worker.entries === 0) {
            its?.remove();
            continue;
        }
        const row = its ?? rows.appendChild(document.getElementById("worker").content.firstElementChild.cloneNode(true));
        row.dataset.login = worker.login;
        const link = row.querySelector("a");
        link.textContent = worker.name;
        link.search = new URLSearchParams({ from: list.dataset.date, to: list.dataset.date, worker: worker.login });
        [row.cells[1].textContent, row.cells[2].textContent] = [worker.entries, worker.hours];
    }
    rows.replaceChildren(...[...rows.rows].sort((one, other) => other.cells[2].textContent - one.cells[2].textContent).slice(0, rows.dataset.most));
    document.getElementById("per-worker").hidden = rows.rows.length === 0;
}

function receive(event) {
    const batch = JSON.parse(event.data);
    if (batch.date !== list.dataset.date) {
        location.reload();
        return;
    }
    const entries = batch.entries.filter(entry => !known(entry.reference));
    // A corrected one that is not on the page is older than those that are, or comes with the entries.
    const corrected = batch.corrected.filter(entry => known(entry.reference));
    entries.forEach(show);
    corrected.forEach(replace);
    showWorkers(batch.workers);
    document.getElementById("total-entries").textContent = batch.totals.entries;
    document.getElementById("total-hours").textContent = batch.totals.hours;
    document.getElementById("total-workers").textContent = batch.totals.workers;
    for (const count of document.querySelectorAll("[data-waiting]")) {
        count.textContent = batch.waiting;
        count.hidden = count.classList.contains("count") && batch.waiting === 0;
    }
    document.querySelector(".waits").dataset.count = batch.waiting;
    const shown = document.getElementById("shown");
    shown.textContent = shown.dataset.of.replace("{range}", `1–${body.rows.length}`).replace("{total}", batch.totals.rows);
    document.getElementById("rest").hidden = batch.totals.rows <= body.rows.length;
    list.hidden = body.rows.length === 0;
    document.getElementById("empty").hidden = body.rows.length > 0;
    const lines = [...entries, ...corrected].map(lineOf);
    if (lines.length > 0) told.textContent = lines.join(". ");
}

function say(what) {
    state.dataset.state = what;
    state.textContent = state.dataset[what];
}

async function stillSignedIn() {
    try {
        // A page's script is refused, not sent elsewhere.
        const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
        return answer.status !== 401;
    } catch {
        return true;
    }
}

function connect() {
    source = new EventSource(`${state.dataset.stream}?since=${encodeURIComponent(list.dataset.since)}`);
    source.addEventListener("open", () => say("live"));
    source.addEventListener("entries", event => {
        list.dataset.since = event.lastEventId;
        receive(event);
    });
    source.addEventListener("reload", () => location.reload());
    source.addEventListener("over", () => location.reload());
    source.addEventListener("error", async () => {
        say("lost");
        if (source.readyState !== EventSource.CLOSED) return;
        if (await stillSignedIn()) setTimeout(connect, 2000);
        else location.reload();
    });
}

state.hidden = false;
connect();
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", event => { if (event.persisted) connect(); });
