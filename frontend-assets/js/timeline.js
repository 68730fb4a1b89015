// Draws the table of figures as bars. Without this the table says the same.
const frame = document.querySelector("[data-timeline]");

function colour(name) {
	// light-dark() is resolved where it is used, so a used colour is read.
	const probe = document.createElement("span");
	probe.className = `chart-${name}`;
	frame.append(probe);
	const value = getComputedStyle(probe).color;
	probe.remove();
	return value;
}

function figures(table) {
	return [...table.tBodies[0].rows].map((row) => ({
		label: row.cells[0].textContent,
		count: Number(row.cells[1].textContent),
		past: row.dataset.past === "true",
	}));
}

function load(address) {
	return new Promise((done, failed) => {
		const script = document.createElement("script");
		script.src = address;
		script.onload = done;
		script.onerror = failed;
		document.head.append(script);
	});
}

function paint(chart, bars) {
	const past = colour("past");
	const ahead = colour("ahead");
	const text = colour("text");
	const line = colour("line");
	chart.data.datasets[0].backgroundColor = bars.map((bar) => (bar.past ? past : ahead));
	for (const axis of [chart.options.scales.x, chart.options.scales.y]) {
		axis.ticks.color = text;
		axis.grid.color = line;
		axis.border.color = line;
	}
	chart.update("none");
}

let chart = null;
let drawing = false;

function current() {
	return figures(document.getElementById(frame.dataset.timeline));
}

async function draw() {
	const bars = current();
	if (drawing || !bars.some((bar) => bar.count > 0)) {
		return;
	}
	drawing = true;
	await load(frame.dataset.script);
	frame.hidden = false;
	chart = new window.Chart(frame.querySelector("canvas"), {
		type: "bar",
		data: { labels: bars.map((bar) => bar.label), datasets: [{ data: bars.map((bar) => bar.count), borderRadius: 2 }] },
		options: {
			animation: false,
			maintainAspectRatio: false,
			plugins: { legend: { display: false }, tooltip: { displayColors: false } },
			scales: {
				x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 12 }, border: {} },
				y: { beginAtZero: true, grid: {}, ticks: { precision: 0 }, border: {} },
			},
		},
	});
	paint(chart, bars);
	new MutationObserver(() => paint(chart, current())).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
	for (const query of ["(prefers-color-scheme: dark)", "print"]) {
		matchMedia(query).addEventListener("change", () => paint(chart, current()));
	}
}

/** The table was exchanged after a reading. */
function again() {
	if (!chart) {
		draw();
		return;
	}
	const bars = current();
	chart.data.labels = bars.map((bar) => bar.label);
	chart.data.datasets[0].data = bars.map((bar) => bar.count);
	paint(chart, bars);
}

if (frame) {
	draw();
	document.addEventListener("htmx:oobAfterSwap", (event) => {
		if (event.detail.target.id === frame.dataset.timeline) {
			again();
		}
	});
}
