// The server writes UTC; this shows the reader's own time zone and keeps UTC in the title.
const language = document.documentElement.lang;
const moment = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", hour: "2-digit",
	minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });

function instant(element) {
	return new Date(element.closest("time").dateTime);
}

function localise(root) {
	root.querySelectorAll("time[data-local]").forEach((time) => (time.textContent = moment.format(instant(time))));
	root.querySelectorAll("[data-local-end]").forEach((part) => (part.hidden = false));
	root.querySelectorAll("[data-local-date]").forEach((part) => (part.textContent = date.format(instant(part))));
}

document.addEventListener("htmx:load", (event) => localise(event.target.parentElement ?? document));
localise(document);
