// Keeps the figures fresh: asks for the page again and takes over what changed. Nothing that can hold the focus is replaced.

const between = 2500;
const stale = document.getElementById("stale");

async function refresh() {
    if (document.hidden) return;
    try {
        const response = await fetch(location.href, { headers: { Accept: "application/xhtml+xml" } });
        if (response.status === 401) {
            location.reload();
            return;
        }
        if (!response.ok) throw new Error(response.status);
        take(new DOMParser().parseFromString(await response.text(), "text/html"));
        stale.hidden = true;
    } catch {
        stale.hidden = false;
    }
}

function take(fresh) {
    for (const part of document.querySelectorAll("[data-live]")) {
        const next = fresh.getElementById(part.id);
        if (next && next.innerHTML !== part.innerHTML) part.replaceChildren(...next.childNodes);
    }
}

async function goOn() {
    await refresh();
    setTimeout(goOn, between);
}

document.addEventListener("visibilitychange", refresh);
setTimeout(goOn, between);
