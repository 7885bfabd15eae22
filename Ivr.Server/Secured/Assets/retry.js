// Loads the page again as soon as the server can make it.

const between = 3000;

async function tryAgain() {
    try {
        const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
        if (answer.status !== 503) {
            // Not reload(): that would send a form again.
            location.replace(location.href);
            return;
        }
    } catch {
        // The server itself is away.
    }

    setTimeout(tryAgain, between);
}

setTimeout(tryAgain, between);
