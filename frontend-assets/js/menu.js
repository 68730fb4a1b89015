// Closes an open menu with Escape, by a click elsewhere and when the focus leaves it.
function openMenus() {
	return document.querySelectorAll(".person-menu[open]");
}

document.addEventListener("keydown", (event) => {
	if (event.key === "Escape") {
		openMenus().forEach((menu) => {
			menu.open = false;
			menu.querySelector("summary").focus();
		});
	}
});
for (const type of ["click", "focusin"]) {
	document.addEventListener(type, (event) => {
		openMenus().forEach((menu) => {
			menu.open = menu.contains(event.target);
		});
	});
}
