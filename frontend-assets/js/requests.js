// Gives htmx requests the CSRF header, and says once when the portal does not answer a page that refreshes itself.
const header = document.querySelector("meta[name='csrf-header']");
const token = document.querySelector("meta[name='csrf-token']");
const texts = document.querySelector("[data-texts]").dataset;
let silent = false;

document.addEventListener("htmx:configRequest", (event) => {
	if (header && token && event.detail.verb !== "get") {
		event.detail.headers[header.content] = token.content;
	}
});
document.addEventListener("htmx:sendError", () => {
	if (!silent) {
		silent = true;
		document.dispatchEvent(new CustomEvent("admit:say", { detail: texts.offline }));
	}
});
document.addEventListener("htmx:afterOnLoad", () => (silent = false));
