// Says things in the live region at the bottom of every page. Other scripts dispatch "admit:say" with the text.
const SHOWN_FOR = 6000;
const region = document.querySelector("[data-toasts]");

function fade(note) {
	setTimeout(() => note.remove(), SHOWN_FOR);
}

document.addEventListener("admit:say", (event) => {
	const note = document.createElement("div");
	note.className = "toast-note";
	note.textContent = event.detail;
	region.replaceChildren(note);
	fade(note);
});

document.querySelectorAll("[data-toast]").forEach(fade);
