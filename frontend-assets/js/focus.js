// Moves the focus to an error summary, also when only a part of the page was exchanged, and from its links to the fields.
function focusSummary(root) {
	const summary = root.matches?.("[data-focus]") ? root : root.querySelector("[data-focus]");
	summary?.focus();
}

document.addEventListener("click", (event) => {
	const link = event.target.closest(".error-summary a[href^='#']");
	const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
	if (field) {
		event.preventDefault();
		field.scrollIntoView({ block: "center" });
		field.focus({ preventScroll: true });
	}
});
document.addEventListener("htmx:load", (event) => focusSummary(event.target));
focusSummary(document);
