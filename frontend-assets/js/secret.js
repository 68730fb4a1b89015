// A secret that was revealed can be hidden again and saved as a file. It leaves the page together with the reader.
const texts = document.querySelector("[data-texts]").dataset;
const DOTS = "\u2022".repeat(24);

function toggle(box, button) {
	const text = box.querySelector("[data-secret-text]");
	const hide = text.dataset.text === undefined;
	if (hide) {
		text.dataset.text = text.textContent;
		text.textContent = DOTS;
	}
	else {
		text.textContent = text.dataset.text;
		delete text.dataset.text;
	}
	button.querySelector("[data-reveal-show]").hidden = !hide;
	button.querySelector("[data-reveal-hide]").hidden = hide;
	document.dispatchEvent(new CustomEvent("admit:say", { detail: hide ? texts.hidden : texts.revealed }));
}

function download(box, button) {
	const text = box.querySelector("[data-secret-text]");
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text.dataset.text ?? text.textContent], { type: "text/plain" }));
	link.download = button.dataset.download;
	link.click();
	URL.revokeObjectURL(link.href);
}

for (const box of document.querySelectorAll("[data-secret]")) {
	const reveal = box.querySelector("[data-reveal]");
	const save = box.querySelector("[data-download]");
	reveal.hidden = false;
	save.hidden = false;
	reveal.addEventListener("click", () => toggle(box, reveal));
	save.addEventListener("click", () => download(box, save));
}

addEventListener("pagehide", () => {
	for (const text of document.querySelectorAll("[data-secret-text]")) {
		text.textContent = "";
		delete text.dataset.text;
	}
	for (const field of document.querySelectorAll("[data-secret-field]")) {
		field.value = "";
	}
});
addEventListener("pageshow", (event) => {
	if (event.persisted && document.querySelector("[data-secret]")) {
		location.reload();
	}
});
