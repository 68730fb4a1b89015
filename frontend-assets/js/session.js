// Warns before the session ends and lets the reader stay. The server decides; this only counts, together with the other
// tabs that share the session.
const LEAD = 120;
// Asking renews a session that still lives, so an idle page asks only when it should be over by any clock.
const GRACE = 5;
const AGAIN = 15;
const note = document.querySelector("[data-session]");
const texts = document.querySelector("[data-texts]").dataset;

function seconds(until) {
	return Math.round((until - Date.now()) / 1000);
}

function words(left) {
	return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unitDisplay: "long",
		unit: left >= 60 ? "minute" : "second" }).format(left >= 60 ? Math.ceil(left / 60) : Math.max(left, 0));
}

function watch() {
	const idle = Number(note.dataset.idleSeconds) * 1000;
	const extend = note.querySelector("[data-session-extend]");
	const text = note.querySelector("[data-session-text]");
	const tabs = new BroadcastChannel("admit-session");
	const timer = setInterval(count, 1000);
	let idleEnd = 0;
	let end = note.dataset.ends ? Date.parse(note.dataset.ends) : Infinity;
	let askedAt = -Infinity;
	let spoken = null;

	function count() {
		const left = seconds(Math.min(idleEnd, end));
		const now = words(Math.ceil(left / 30) * 30);
		if (left <= -GRACE) {
			askUnlessJustDone();
		}
		note.hidden = left > LEAD;
		if (!note.hidden && now !== spoken) {
			spoken = now;
			extend.hidden = end <= idleEnd;
			text.textContent = note.querySelector(extend.hidden ? "[data-session-absolute]" : "[data-session-idle]")
				.textContent.replace("{0}", now);
		}
	}

	function known(state) {
		idleEnd = Math.max(idleEnd, state.idleEnd);
		end = Math.max(end, state.end);
		spoken = null;
		count();
	}

	function renewed(ends = end) {
		const state = { idleEnd: Date.now() + idle, end: ends };
		tabs.postMessage(state);
		known(state);
	}

	function askUnlessJustDone() {
		if (seconds(askedAt) <= -AGAIN) {
			ask();
		}
	}

	async function ask() {
		askedAt = Date.now();
		const header = document.querySelector("meta[name='csrf-header']").content;
		const token = document.querySelector("meta[name='csrf-token']").content;
		try {
			const answer = await fetch(note.dataset.extend, { method: "POST", headers: { [header]: token }, redirect: "manual" });
			if (answer.ok) {
				renewed(Date.parse((await answer.json()).ends));
			}
			else if (answer.status < 500) {
				over();
			}
		}
		catch {
			document.dispatchEvent(new CustomEvent("admit:say", { detail: texts.offline }));
		}
	}

	/** Leaves, unless somebody objects because the page holds what would be lost. */
	function over() {
		clearInterval(timer);
		tabs.close();
		if (document.dispatchEvent(new CustomEvent("admit:leave", { cancelable: true }))) {
			location.replace(location.pathname + location.search);
			return;
		}
		extend.hidden = true;
		text.textContent = note.querySelector("[data-session-over]").textContent;
		note.querySelector("[data-session-return]").hidden = false;
		note.hidden = false;
	}

	extend.addEventListener("click", ask);
	tabs.addEventListener("message", (event) => known(event.data));
	document.addEventListener("htmx:afterRequest", (event) => {
		if (event.detail.successful) {
			renewed();
		}
	});
	renewed();
}

if (note) {
	watch();
}
