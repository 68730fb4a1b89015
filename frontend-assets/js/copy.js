// Copies the text beside a button and says so in words. The buttons are hidden until this runs.
const texts = document.querySelector("[data-texts]").dataset;

function say(template, label) {
	document.dispatchEvent(new CustomEvent("admit:say", { detail: template.replace("{0}", () => label) }));
}

function textBeside(button) {
	return button.closest(".copy-value, .code-block").querySelector(".copy-text");
}

async function copy(button) {
	const source = textBeside(button);
	try {
		await navigator.clipboard.writeText(source.dataset.text ?? source.textContent);
		button.classList.add("copied");
		say(texts.copied, button.dataset.copyLabel);
	}
	catch {
		getSelection().selectAllChildren(source);
		say(texts.copyFailed, button.dataset.copyLabel);
	}
}

function show(root) {
	root.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));
}

document.addEventListener("click", (event) => {
	const button = event.target.closest("[data-copy]");
	if (button) {
		copy(button);
	}
});
document.addEventListener("htmx:load", (event) => show(event.target));
show(document);
