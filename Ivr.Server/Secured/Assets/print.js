// A browser without scripts prints from its menu, and shows no button for it.

const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
