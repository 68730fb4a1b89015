package health.admit.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.HostileNames;
import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.htmlunit.html.DomNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names of applications, credentials and owners are hostile, and go from the
 * directory through the index to pages, files and programs.
 */
class HostileIndexJourneyTests {

	/** At the end of every hostile text of the seed. */
	private static final Pattern CANARY = Pattern.compile("canary-[0-9]+");

	private static final Pattern CALENDAR = Pattern.compile("/calendar/[^\\s<\"]+\\.ics");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static Visitor hana;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=164");
		spoil();
		portal = PortalServer.start(sandbox);
		hana = new Visitor(portal.resolve("/")).signIn("Hana Sato");
		hana.open("/expiry");
		Poll.until("the index is complete", Duration.ofMinutes(2), () -> {
			hana.open("/api/index");
			return hana.text().contains("\"complete\":true");
		});
		Poll.until("owners are known", Duration.ofMinutes(2), () -> {
			hana.open("/expiry?view=all&owner=unknown");
			return !hana.sees("//*[@id='owners-status'][@hx-get]");
		});
	}

	@AfterAll
	static void stop() {
		hana.close();
		portal.close();
		sandbox.close();
	}

	@Test
	void pagesShowTexts() {
		Set<String> shown = new HashSet<>();
		List<String> links = new ArrayList<>();
		String owners = "";
		hana.open("/expiry?view=all&size=100&sort=name");
		for (boolean more = true; more;) {
			harmless();
			hana.html()
				.<DomNode>getByXPath("//table[contains(@class,'expiry-table')]/tbody//th//bdi")
				.forEach((name) -> shown.add(squeezed(name.getTextContent())));
			hana.html()
				.<DomNode>getByXPath("//table[contains(@class,'expiry-table')]/tbody//th/a/@href")
				.forEach((link) -> links.add(link.getNodeValue()));
			owners += hana.html().getBody().getTextContent();
			more = hana.sees("//a[@rel='next']");
			if (more) {
				hana.click("//a[@rel='next']");
			}
		}
		for (JsonNode row : credentials("")) {
			assertThat(shown).anyMatch((name) -> name.startsWith(begin(row.path("application").asString())));
		}
		assertThat(owners).contains("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>");
		assertThat(links).hasSizeGreaterThan(100);
		for (String link : links.subList(0, 60)) {
			hana.open(link);
			harmless();
			hana.press("All credentials of this application");
			harmless();
		}
		for (String name : List.of("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "'; touch X; '")) {
			hana.open("/expiry").type("q", name).click("//form[contains(@class,'filter-form')]//button");
			harmless();
			assertThat(hana.textOf("//input[@id='q']")).isEqualTo(name);
		}
		hana.open("/expiry/policy");
		harmless();
		hana.open("/expiry/reminders").press("Dry run");
		harmless();
	}

	@Test
	void filesHoldTextsInTheirCells() throws IOException {
		List<JsonNode> credentials = credentials("");
		hana.open("/expiry/export.csv?view=all");
		String text = new String(hana.bytes(), StandardCharsets.UTF_8).substring(1);
		List<Map<String, String>> lines = new CsvMapper().readerForMapOf(String.class)
			.with(CsvSchema.emptySchema().withHeader())
			.<Map<String, String>>readValues(text)
			.readAll();
		assertThat(lines).hasSameSizeAs(credentials);
		assertThat(canaries(lines.toString())).isEqualTo(canaries(credentials.toString()));
		assertThat(lines).allSatisfy((line) -> {
			assertThat(line).containsEntry("index", "complete");
			line.forEach((column, value) -> assertThat(column.equals("days left") ? "" : value).as(column)
				.doesNotContainPattern("^[\\s\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]")
				.doesNotContainPattern("[\\x00-\\x1f]"));
		});
		hana.open("/expiry/export.xlsx?view=all");
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(hana.bytes()))) {
			List<Row> rows = workbook.findSheet("Credentials").orElseThrow().read();
			assertThat(rows).hasSize(credentials.size() + 1);
			assertThat(rows.stream().flatMap(Row::stream).filter((cell) -> cell != null && cell.getFormula() != null))
				.isEmpty();
			assertThat(canaries(rows.stream().map((row) -> row.getCellText(0)).collect(Collectors.joining(" "))))
				.isEqualTo(canaries(credentials.toString()));
		}
	}

	@Test
	void programsGetTextsAndOneEventForEach() throws Exception {
		Set<String> names = credentials("").stream()
			.map((row) -> row.path("application").asString())
			.collect(Collectors.toSet());
		assertThat(names).contains("<script>alert(1)</script> canary-0");
		Set<String> stored = applications().stream()
			.map((item) -> item.name().replace('\u0000', '\uFFFD'))
			.collect(Collectors.toSet());
		assertThat(names.stream().filter((name) -> name.length() < 1000)).isSubsetOf(stored);
		hana.open("/expiry/calendar").press("Create an address");
		Matcher address = CALENDAR.matcher(hana.html().getBody().getTextContent());
		assertThat(address.find()).isTrue();
		hana.open(address.group());
		String text = new String(hana.bytes(), StandardCharsets.UTF_8);
		int events = new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT).size();
		assertThat(events).isPositive()
			.isEqualTo(credentials("&band=week&band=month&band=two-months&band=quarter&covered=no&work=open").size());
	}

	/** Puts hostile texts wherever somebody may write one. */
	private static void spoil() {
		AtomicInteger turn = new AtomicInteger();
		for (Item item : applications()) {
			store().update(Kind.APPLICATION, item.id(), (document) -> {
				for (String kind : List.of("passwordCredentials", "keyCredentials")) {
					document.withArray(kind).forEach((each) -> ((ObjectNode) each).put("displayName", hostile(turn)));
				}
				return document;
			});
		}
		for (Item person : store().all(Kind.USER, Copy.MASTER)) {
			if (!person.name().equals("Hana Sato")) {
				store().update(Kind.USER, person.id(), (document) -> document.put("displayName", hostile(turn)));
			}
		}
	}

	private static String hostile(AtomicInteger turn) {
		return HostileNames.ALL.get(turn.getAndIncrement() % HostileNames.ALL.size());
	}

	private static List<Item> applications() {
		return store().all(Kind.APPLICATION, Copy.MASTER).stream().filter((item) -> !item.deleted()).toList();
	}

	private static Store store() {
		return sandbox.bean(Store.class);
	}

	/** All credentials of a filter, as programs read them. */
	private static List<JsonNode> credentials(String filter) {
		List<JsonNode> credentials = new ArrayList<>();
		String from = "";
		while (from != null) {
			hana.open("/api/credentials?size=100" + filter + from);
			assertThat(hana.status()).isEqualTo(200);
			JsonNode answer = JSON.readTree(hana.text());
			answer.path("items").forEach(credentials::add);
			from = answer.path("next").isNull() ? null : "&from=" + answer.path("next").asString();
		}
		return credentials;
	}

	private static Set<String> canaries(String text) {
		return CANARY.matcher(text).results().map((found) -> found.group()).collect(Collectors.toSet());
	}

	private static String squeezed(String text) {
		return text.replaceAll("[\\s\\u0000-\\u001F]+", " ").strip();
	}

	private static String begin(String name) {
		String all = squeezed(name);
		return all.substring(0, Math.min(all.length(), 100));
	}

	/** None of the texts has become markup. */
	private static void harmless() {
		assertThat(hana.status()).isEqualTo(200);
		assertThat(hana.sees("//script[contains(., 'alert')] | //*[@onerror] | //main//img | //main//b | //iframe"))
			.isFalse();
		assertThat(hana.html().getBody().getTextContent()).doesNotContain("??", "[[49]]", "{{49}}");
	}

}
