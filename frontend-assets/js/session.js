// Warns before the session ends and lets the reader stay. The server decides; this only counts.
const LEAD = 120;
const note = document.querySelector("[data-session]");

function seconds(until) {
	return Math.round((until - Date.now()) / 1000);
}

function words(left) {
	return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unitDisplay: "long",
		unit: left >= 60 ? "minute" : "second" }).format(left >= 60 ? Math.ceil(left / 60) : Math.max(left, 0));
}

function watch() {
	const idle = Number(note.dataset.idleSeconds);
	const end = note.dataset.ends ? Date.parse(note.dataset.ends) : Infinity;
	const extend = note.querySelector("[data-session-extend]");
	const text = note.querySelector("[data-session-text]");
	let idleEnd = Date.now() + idle * 1000;
	let spoken = null;

	function show() {
		const left = seconds(Math.min(idleEnd, end));
		const absolute = end <= idleEnd;
		note.hidden = left > LEAD;
		if (left <= 0) {
			location.reload();
			return;
		}
		const now = words(Math.ceil(left / 30) * 30);
		if (!note.hidden && now !== spoken) {
			spoken = now;
			extend.hidden = absolute;
			text.textContent = note.querySelector(absolute ? "[data-session-absolute]" : "[data-session-idle]")
				.textContent.replace("{0}", now);
		}
	}

	extend.addEventListener("click", async () => {
		const header = document.querySelector("meta[name='csrf-header']").content;
		const token = document.querySelector("meta[name='csrf-token']").content;
		const answer = await fetch(note.dataset.extend, { method: "POST", headers: { [header]: token }, redirect: "manual" });
		if (answer.ok) {
			idleEnd = Date.now() + idle * 1000;
			spoken = null;
			note.hidden = true;
		}
		else {
			location.reload();
		}
	});
	document.addEventListener("htmx:afterRequest", () => (idleEnd = Date.now() + idle * 1000));
	setInterval(show, 1000);
}

if (note) {
	watch();
}
