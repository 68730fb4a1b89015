// Warns before something typed, or a secret not yet stored, is lost. data-guard: a form; data-guard-page: until a
// checkbox with data-guard-release is set. Other scripts dispatch "admit:leave" before they leave the page.
let leaving = false;

function initial(field) {
	if (field instanceof HTMLSelectElement) {
		return [...field.options].every((option) => option.selected === option.defaultSelected)
			|| (field.selectedIndex === 0 && ![...field.options].some((option) => option.defaultSelected));
	}
	if (field.type === "checkbox" || field.type === "radio") {
		return field.checked === field.defaultChecked;
	}
	return field.type === "hidden" || field.value === field.defaultValue;
}

function changed(form) {
	return [...form.elements].some((field) => "defaultValue" in field || field instanceof HTMLSelectElement ? !initial(field) : false);
}

// A form that comes back with errors holds what was typed, as if it had been there from the start.
function unsaved() {
	const forms = [...document.querySelectorAll("form[data-guard]")];
	return forms.some(changed) || (forms.length > 0 && Boolean(document.querySelector(".error-summary")));
}

function held() {
	const page = document.querySelector("[data-guard-page]");
	const release = document.querySelector("[data-guard-release]");
	return Boolean(page) && !(release && release.checked);
}

function guarded() {
	return held() || unsaved();
}

document.addEventListener("submit", (event) => {
	if (!event.defaultPrevented) {
		leaving = !held();
	}
});
addEventListener("pageshow", () => (leaving = false));
addEventListener("beforeunload", (event) => {
	if (!leaving && guarded()) {
		event.preventDefault();
	}
});
document.addEventListener("admit:leave", (event) => {
	if (guarded()) {
		event.preventDefault();
	}
});
