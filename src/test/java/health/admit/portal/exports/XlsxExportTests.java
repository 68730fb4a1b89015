package health.admit.portal.exports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import health.admit.portal.inventory.FakeInventory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxExportTests {

	@Test
	void saysWhatDidNotFit() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		IndexStatement index = IndexStatement.of(new FakeInventory().freshness(null), 0);
		XlsxExport xlsx = new XlsxExport(out, 1_200);
		for (int i = 0; i < 1_500; i++) {
			xlsx.write(
					new ExportedRow(FakeInventory.secret("x" + i, Lists.NOW, Lists.NOW), List.of(), index, Lists.NOW));
		}
		xlsx.state(index);
		xlsx.close();
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			assertThat(workbook.findSheet("Credentials").orElseThrow().read()).hasSize(1_201);
			assertThat(workbook.getFirstSheet().read().get(4).getCellRawValue(1)).hasValue("1200");
			assertThat(workbook.getFirstSheet().read().get(5).getCellRawValue(1)).hasValue("300");
		}
	}

}
