// The calendar beside a date field. It is the browser's own; the chosen day is written into the field in the form of the page's language.

for (const field of document.querySelectorAll(".date")) {
    const [typed, calendar] = field.querySelectorAll("input");
    const button = field.querySelector("button");
    const separator = typed.placeholder.replace(/\w/g, "")[0];
    button.hidden = !calendar.showPicker;
    button.addEventListener("click", () => {
        calendar.value = typed.value.split(separator).reverse().join("-");
        calendar.showPicker();
    });
    calendar.addEventListener("change", () => {
        if (!calendar.value) return;
        typed.value = calendar.value.split("-").reverse().join(separator);
        typed.dispatchEvent(new Event("input", { bubbles: true }));
        typed.focus();
    });
}
