// Keeps what is typed into a form until it is saved: when the session ends meanwhile, it is there again after the sign-in. It stays in this
// tab of the browser, for the same user.

const who = document.querySelector(".who").textContent;
for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = `draft of ${who}: ${location.pathname} ${form.dataset.draft}`;
    if (document.getElementById("done")) sessionStorage.removeItem(key);
    restore(form, JSON.parse(sessionStorage.getItem(key)));
    form.addEventListener("input", () => sessionStorage.setItem(key, JSON.stringify(typed(form))));
}

function typed(form) {
    return Object.fromEntries([...form.elements].filter(field => field.name && field.type !== "hidden").map(field => [field.name, field.value]));
}

function restore(form, kept) {
    if (!kept) return;
    for (const [name, value] of Object.entries(kept)) {
        const field = form.elements.namedItem(name);
        if (field) field.value = value;
    }
    const folded = form.closest("details");
    if (folded) folded.open = true;
}
