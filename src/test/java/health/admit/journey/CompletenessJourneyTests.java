package health.admit.journey;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import health.admit.support.Poll;
import health.admit.support.PortalServer;
import health.admit.support.SandboxControls;
import health.admit.support.SandboxServer;
import health.admit.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever the index is shown, what is not complete is never called so.
 */
class CompletenessJourneyTests {

	private static final String TOKEN = "scrape-me-if-you-can";

	private static final Pattern CALENDAR = Pattern.compile("/calendar/[^\\s<\"]+\\.ics");

	private static SandboxServer sandbox;

	private static PortalServer portal;

	private static Visitor hana;

	@BeforeAll
	static void start() {
		sandbox = SandboxServer.start("applications=1100");
		portal = PortalServer.start(sandbox, "admit.exports.scrape-token=" + TOKEN,
				"admit.reminders.fallback=servicedesk@contosohealth.example");
	}

	@AfterAll
	static void stop() {
		hana.close();
		portal.close();
		sandbox.close();
	}

	@Test
	void nothingSaysCompleteWhileAPageIsMissing() throws Exception {
		SandboxControls controls = new SandboxControls(sandbox);
		controls.fault("""
				{"rules":[{"kind":"DENIED","method":"GET","path":"/v1.0/applications$","query":"skiptoken",
				"times":100000}]}""");
		hana = new Visitor(portal.resolve("/")).signIn("Hana Sato");
		hana.open("/expiry/calendar").press("Create an address");
		String calendar = calendar();
		until("PARTIAL", "partial");
		everythingSays("partial", "Not complete:", "Index not complete", calendar);

		controls.clearFaults();
		hana.open("/expiry").press("Refresh now");
		until("COMPLETE", "complete");
		hana.open("/expiry");
		assertThat(hana.textOf("//*[@id='freshness']")).contains(", complete.");
		assertThat(get(calendar)).doesNotContain("not complete");
		assertThat(metrics()).contains("admit_index_complete 1");

		controls.fault("""
				{"rules":[{"kind":"DENIED","method":"GET","path":"/v1.0/applications","times":100000}]}""");
		hana.open("/expiry").press("Refresh now");
		until("FAILED", "failed");
		everythingSays("failed", "Out of date:", "Index out of date", calendar);
	}

	/**
	 * Looks wherever the index is shown.
	 * @param word for programs
	 * @param banner how the notice begins
	 */
	private static void everythingSays(String word, String banner, String header, String calendar)
			throws IOException, InterruptedException {
		for (String path : new String[] { "/expiry", "/expiry?band=week", "/expiry/work", "/expiry/policy" }) {
			hana.open(path);
			assertThat(hana.textOf("//*[@id='freshness']")).as(path)
				.contains(banner, "refused to list applications")
				.doesNotContain(", complete.");
			assertThat(hana.textOf("//*[contains(@class,'index-note')]")).startsWith(header);
		}
		hana.open("/expiry?q=nothing-is-called-like-this");
		assertThat(hana.text()).contains("This does not mean that nothing ends");
		hana.open("/api/index");
		assertThat(hana.text()).contains("\"completeness\":\"" + word + "\"", "\"complete\":false",
				"Authorization_RequestDenied");
		hana.open("/api/credentials?size=1");
		assertThat(hana.text()).contains("\"completeness\":\"" + word + "\"").doesNotContain("\"complete\":true");
		hana.open("/expiry/export.csv");
		assertThat(hana.fileName()).endsWith("-" + word + ".csv");
		assertThat(hana.text().strip().split("\r\n")).hasSizeGreaterThan(100)
			.filteredOn((line) -> !line.contains("\"index\""))
			.allMatch((line) -> line.contains("\"" + word + "\""));
		hana.open("/expiry/export.xlsx");
		assertThat(hana.fileName()).endsWith("-" + word + ".xlsx");
		assertThat(get(calendar)).contains("this calendar is not complete");
		assertThat(metrics()).contains("admit_index_complete 0", "admit_index_state{state=\"" + word + "\"} 1",
				"admit_index_state{state=\"complete\"} 0");
		hana.open("/expiry/reminders").press("Dry run");
		// Also what is folded away.
		assertThat(hana.html().getBody().getTextContent()).contains("servicedesk@contosohealth.example",
				"This list is not complete.");
	}

	private static void until(String state, String word) {
		Poll.until(state, Duration.ofMinutes(2), () -> {
			hana.open("/api/index");
			return hana.text().contains("\"completeness\":\"" + word + "\"") && !reads();
		});
	}

	private static boolean reads() {
		hana.open("/expiry/work");
		return hana.sees("//*[@id='freshness']//progress");
	}

	private static String calendar() {
		Matcher matcher = CALENDAR.matcher(hana.html().getBody().getTextContent());
		assertThat(matcher.find()).isTrue();
		return matcher.group();
	}

	private static String metrics() throws IOException, InterruptedException {
		return get("/metrics");
	}

	private static String get(String path) throws IOException, InterruptedException {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(portal.resolve(path)).header("Authorization", "Bearer " + TOKEN).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		// Lines of a calendar are folded.
		return answer.body().replace("\r\n ", "");
	}

}
