package health.admit.portal.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.WorkState;
import health.admit.support.HostileNames;
import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

import static org.assertj.core.api.Assertions.assertThat;

@PortalWebTest(controllers = ExportController.class)
@Import(ExportRows.class)
class ExportControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FakeInventory inventory;

	@BeforeEach
	void empty() {
		this.inventory.clear();
	}

	@Test
	void aSecondParserReadsEveryNameInOneCellAndNoneAsAFormula() throws IOException {
		Lists.hostile(this.inventory);
		List<Map<String, String>> lines = csv(get("/expiry/export.csv"));
		assertThat(lines).hasSize(HostileNames.ALL.size());
		for (int i = 0; i < lines.size(); i++) {
			String wanted = HostileNames.ALL.get(i).replace("lone\uD83D", "lone?");
			assertThat(lines.get(i)).containsEntry("application", CsvCell.of(wanted))
				.containsEntry("credential", CsvCell.of(wanted))
				.containsEntry("days left", "3")
				.containsEntry("index", "complete");
			assertThat(lines.get(i).values())
				.allSatisfy((cell) -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n\0].*")
					.doesNotContainPattern("[\r\n\0]"));
		}
	}

	@Test
	void aLineHoldsTheWholeCredential() throws IOException {
		CredentialRow row = FakeInventory.secret("FHIR client", Instant.parse("2026-12-01T00:00:00Z"), Lists.NOW);
		this.inventory.put(row);
		assertThat(csv(get("/expiry/export.csv"))).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("app id", String.valueOf(row.appId()))
				.containsEntry("object id", row.key().objectId().toString())
				.containsEntry("key id", row.key().keyId().toString())
				.containsEntry("source", "application")
				.containsEntry("kind", "secret")
				.containsEntry("hint", "abc")
				.containsEntry("ends", "2026-12-01T00:00:00Z")
				.containsEntry("band", "month")
				.containsEntry("covered", "no")
				.containsEntry("work state", "open")
				.containsEntry("last used", "")
				.containsEntry("index as of", "2026-11-23T06:00:00Z"));
	}

	@Test
	void theFileHoldsWhatTheDashboardShows() throws IOException {
		CredentialRow open = FakeInventory.secret("open", Lists.NOW.plusSeconds(86_400), Lists.NOW);
		CredentialRow done = FakeInventory.secret("done", Lists.NOW.plusSeconds(86_400), Lists.NOW);
		this.inventory.put(open).put(FakeInventory.with(done, false, WorkState.DONE));
		assertThat(csv(get("/expiry/export.csv?work=done&band=week"))).extracting((line) -> line.get("application"))
			.containsExactly("done");
		assertThat(csv(get("/expiry/export.csv?work=done&band=later"))).extracting((line) -> line.get("key id"))
			.containsExactly("");
	}

	@ParameterizedTest
	@EnumSource(Completeness.class)
	void aFileWithoutCredentialsSaysSoAndHowCompleteItIs(Completeness completeness) throws IOException {
		this.inventory.state(completeness, Instant.parse("2026-11-23T06:00:00Z"));
		List<Map<String, String>> lines = csv(get("/expiry/export.csv"));
		assertThat(lines).singleElement().satisfies((line) -> {
			assertThat(line).containsEntry("application", "(no credential in this list)")
				.containsEntry("index", completeness.name().toLowerCase().replace('_', '-'))
				.containsEntry("index as of", "2026-11-23T06:00:00Z");
			assertThat(line.values()).filteredOn((cell) -> !cell.isEmpty()).hasSize(3);
		});
	}

	@ParameterizedTest
	@EnumSource(Completeness.class)
	void theFileSaysHowCompleteItIs(Completeness completeness) throws IOException {
		this.inventory.put(FakeInventory.secret("x", Lists.NOW, Lists.NOW)).state(completeness, null);
		String word = completeness.name().toLowerCase().replace('_', '-');
		MvcTestResult csv = get("/expiry/export.csv");
		assertThat(csv).hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"admit-credentials-2026-11-23-" + word + ".csv\"")
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("Admit-Index", word);
		assertThat(csv(csv)).allSatisfy((line) -> assertThat(line).containsEntry("index", word));
		MvcTestResult xlsx = get("/expiry/export.xlsx");
		assertThat(xlsx).hasHeader("Content-Disposition",
				"attachment; filename=\"admit-credentials-2026-11-23-" + word + ".xlsx\"");
		try (ReadableWorkbook workbook = workbook(xlsx)) {
			assertThat(workbook.findSheet("Index").orElseThrow().read().get(0).getCellText(1)).isEqualTo(word);
		}
	}

	@Test
	void aListChosenByOwnersIsAPartWhileOwnersAreUnknown() throws IOException {
		CredentialRow known = FakeInventory.secret("known", Lists.NOW.plusSeconds(60), Lists.NOW);
		this.inventory.put(known).put(FakeInventory.ownedBy(known, OwnerState.UNKNOWN));
		assertThat(get("/expiry/export.csv?owner=good")).hasHeader("Admit-Index", "partial");
		assertThat(get("/expiry/export.csv?owner=good&band=later")).hasHeader("Admit-Index", "complete");
		assertThat(get("/expiry/export.csv")).hasHeader("Admit-Index", "complete");
		assertThat(get("/expiry/export.csv?owner=unknown")).hasHeader("Admit-Index", "complete");
	}

	@Test
	void itStaysAPartWhereOwnersWereReadButCannotBeTold() throws IOException {
		CredentialRow known = FakeInventory.secret("known", Lists.NOW.plusSeconds(60), Lists.NOW);
		this.inventory.put(known).put(FakeInventory.ownedBy(known, OwnerState.UNTOLD));
		for (String list : List.of("owner=good", "owner=none", "owner=none&owner=unknown")) {
			assertThat(get("/expiry/export.csv?" + list)).hasHeader("Admit-Index", "partial");
		}
		for (String list : List.of("owner=unknown", "owner=untold", "owner=good&band=later", "")) {
			assertThat(get("/expiry/export.csv?" + list)).hasHeader("Admit-Index", "complete");
		}
		assertThat(csv(get("/expiry/export.csv?owner=untold"))).hasSize(1);
		try (ReadableWorkbook workbook = workbook(get("/expiry/export.xlsx?owner=none"))) {
			assertThat(workbook.getFirstSheet().read().get(7).getCell(1).asNumber()).isEqualByComparingTo("1");
		}
	}

	@Test
	void whatEndedAnHourAgoIsADayLate() throws IOException {
		this.inventory.put(FakeInventory.secret("late", Lists.NOW.minusSeconds(3600), Lists.NOW));
		assertThat(csv(get("/expiry/export.csv"))).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("days left", "-1"));
	}

	@Test
	void aWorkbookHoldsTextsAsTextsAndDatesAsDates() throws IOException {
		Lists.hostile(this.inventory);
		try (ReadableWorkbook workbook = workbook(get("/expiry/export.xlsx"))) {
			assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("Index", "Credentials");
			List<Row> index = workbook.getFirstSheet().read();
			assertThat(index.get(1).getCell(1).asDate()).isEqualTo("2026-11-23T06:00:00");
			assertThat(index.get(4).getCell(1).asNumber())
				.isEqualByComparingTo(String.valueOf(HostileNames.ALL.size()));
			List<Row> rows = workbook.findSheet("Credentials").orElseThrow().read();
			assertThat(rows).hasSize(HostileNames.ALL.size() + 1);
			for (Row row : rows) {
				assertThat(row.stream().filter((cell) -> cell != null).map(Cell::getType))
					.doesNotContain(CellType.FORMULA);
			}
			assertThat(rows.get(1).getCellText(0)).isEqualTo("<script>alert(1)</script>");
			assertThat(rows.get(8).getCell(0).getType()).isEqualTo(CellType.STRING);
			assertThat(rows.get(8).getCellText(0)).isEqualTo("=cmd|' /C calc'!A0");
			assertThat(rows.get(1).getCell(Column.ENDS.ordinal()).asDate()).isEqualTo("2026-11-26T08:00:00");
			assertThat(rows.get(1).getCell(Column.DAYS_LEFT.ordinal()).getType()).isEqualTo(CellType.NUMBER);
		}
	}

	@Test
	void anotherSpreadsheetFindsNoFormula(@TempDir Path folder) throws Exception {
		Path office = Stream.of(System.getenv("PATH").split(":"))
			.map((place) -> Path.of(place, "soffice"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
		Assumptions.assumeTrue(office != null, "LibreOffice is not on the PATH: its reading of the CSV is not tested");
		Lists.hostile(this.inventory);
		Path csv = Files.write(folder.resolve("list.csv"),
				get("/expiry/export.csv").getResponse().getContentAsByteArray());
		Process process = new ProcessBuilder(office.toString(), "-env:UserInstallation=" + folder.resolve("me").toUri(),
				"--headless", "--convert-to", "xlsx", "--outdir", folder.toString(), csv.toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(folder.resolve("list.xlsx")))) {
			List<Row> rows = workbook.getFirstSheet().read();
			assertThat(rows).hasSize(HostileNames.ALL.size() + 1);
			assertThat(rows.stream().flatMap(Row::stream).filter((cell) -> cell != null).map(Cell::getType))
				.doesNotContain(CellType.FORMULA);
		}
	}

	@Test
	void isForTheHelpDesk() {
		assertThat(this.mvc.get().uri("/expiry/export.csv").with(Operators.auditor())).hasStatus(403);
		assertThat(this.mvc.get().uri("/expiry/export.csv")).hasStatus3xxRedirection();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(Operators.helpDesk()).exchange();
	}

	private static List<Map<String, String>> csv(MvcTestResult result) throws IOException {
		byte[] body = result.getResponse().getContentAsByteArray();
		String text = new String(body, StandardCharsets.UTF_8);
		assertThat(text).startsWith("\uFEFF");
		return new CsvMapper().readerForMapOf(String.class)
			.with(CsvSchema.emptySchema().withHeader())
			.<Map<String, String>>readValues(text.substring(1))
			.readAll();
	}

	private static ReadableWorkbook workbook(MvcTestResult result) throws IOException {
		return new ReadableWorkbook(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
	}

	@TestConfiguration
	static class Fakes {

		@Bean
		FakeInventory inventory() {
			return new FakeInventory();
		}

		@Bean
		@Primary
		Clock fixed() {
			return Lists.CLOCK;
		}

	}

}
