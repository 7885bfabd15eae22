// Shows the password while the box is ticked.

const box = document.querySelector("#show input");
const password = document.getElementById("password");
box.addEventListener("change", () => { password.type = box.checked ? "text" : "password"; });
// A browser offers to save only what was sent as a password.
password.form.addEventListener("submit", () => { password.type = "password"; });
document.getElementById("show").hidden = false;
// What was typed is kept for a user whose session ended, not for the next one at this screen.
if (!document.getElementById("ended") && !document.getElementById("problem")) sessionStorage.clear();
