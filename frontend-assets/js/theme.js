// Changes the appearance without loading the page again, so that nothing typed is lost.
const texts = document.querySelector("[data-texts]").dataset;
const form = document.querySelector("[data-theme-form]");

async function choose(button) {
	const fields = new FormData(form);
	fields.set("theme", button.value);
	document.documentElement.dataset.bsTheme = button.value;
	for (const other of form.querySelectorAll("[name='theme']")) {
		other.setAttribute("aria-pressed", String(other === button));
	}
	document.dispatchEvent(new CustomEvent("admit:say", { detail: texts.themeSaved }));
	await fetch(form.action, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", keepalive: true });
}

form?.addEventListener("submit", (event) => {
	if (event.submitter?.name === "theme") {
		event.preventDefault();
		choose(event.submitter);
	}
});
