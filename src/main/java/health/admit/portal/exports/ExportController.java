package health.admit.portal.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.signin.CurrentOperator;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of the dashboard, with the same filter, as a file. It is written while it is
 * read; when that fails half-way the connection is cut, so that a part is never taken for
 * the whole.
 */
@Controller
class ExportController {

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final ExportRows rows;

	private final CurrentOperator current;

	private final Clock clock;

	ExportController(ExportRows rows, CurrentOperator current, Clock clock) {
		this.rows = rows;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping("/expiry/export.csv")
	void csv(@RequestParam MultiValueMap<String, String> query, HttpServletResponse response) throws IOException {
		UUID tenant = this.current.operator().tenant();
		IndexStatement index = begin(tenant, query, "csv", "text/csv;charset=UTF-8", response);
		CsvExport csv = new CsvExport(
				new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
		this.rows.each(tenant, FilterParameters.of(query), FilterParameters.sorting(query), index, csv::write);
		csv.state(index);
		csv.close();
	}

	@GetMapping("/expiry/export.xlsx")
	void xlsx(@RequestParam MultiValueMap<String, String> query, HttpServletResponse response) throws IOException {
		UUID tenant = this.current.operator().tenant();
		IndexStatement index = begin(tenant, query, "xlsx", XLSX, response);
		XlsxExport xlsx = new XlsxExport(response.getOutputStream());
		this.rows.each(tenant, FilterParameters.of(query), FilterParameters.sorting(query), index, xlsx::write);
		xlsx.state(index);
		xlsx.close();
	}

	private IndexStatement begin(UUID tenant, MultiValueMap<String, String> query, String ending, String type,
			HttpServletResponse response) {
		IndexStatement index = this.rows.index(tenant, FilterParameters.of(query));
		response.setContentType(type);
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				"attachment; filename=\"" + index.fileName(this.clock.instant(), ending) + "\"");
		response.setHeader("Admit-Index", index.word());
		return index;
	}

}
