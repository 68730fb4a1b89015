package health.admit.portal.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.Sorting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much heap is held while a large list is written, beyond that before.
 */
@Tag("benchmark")
class ExportHeapTests {

	private static final long MEGABYTE = 1024 * 1024;

	private static final int LOOK_EVERY = 12_500;

	@Test
	void aQuarterOfAMillionRowsStream() throws IOException {
		StringBuilder table = new StringBuilder("format,rows,megabytes written,most heap held MB\n");
		for (int rows : new int[] { 2_500, 250_000 }) {
			Peak csv = new Peak();
			Counter csvOut = new Counter();
			try (CsvExport export = new CsvExport(new OutputStreamWriter(csvOut, StandardCharsets.UTF_8))) {
				write(rows, csv.watching(export::write));
			}
			line(table, "csv", rows, csvOut, csv);
			Peak xlsx = new Peak();
			Counter xlsxOut = new Counter();
			XlsxExport export = new XlsxExport(xlsxOut);
			write(rows, xlsx.watching(export::write));
			export.state(statement());
			export.close();
			line(table, "xlsx", rows, xlsxOut, xlsx);
			assertThat(csv.megabytes()).isLessThanOrEqualTo(32);
			assertThat(xlsx.megabytes()).isLessThanOrEqualTo(32);
		}
		Path folder = Files.createDirectories(Path.of("target", "benchmarks"));
		Files.writeString(folder.resolve("exports-heap.csv"), table);
	}

	private static void line(StringBuilder table, String format, int rows, Counter out, Peak peak) {
		table.append(format)
			.append(',')
			.append(rows)
			.append(',')
			.append(out.bytes / MEGABYTE)
			.append(',')
			.append(peak.megabytes())
			.append('\n');
	}

	private static void write(int rows, ExportRows.LineWriter lines) {
		new ExportRows(new Endless(rows), Lists.CLOCK).each(UUID.randomUUID(), CredentialFilter.ALL, Sorting.ENDS_FIRST,
				statement(), lines);
	}

	private static IndexStatement statement() {
		return IndexStatement.of(new FakeInventory().freshness(UUID.randomUUID()), 0);
	}

	/**
	 * An index that makes its rows as they are asked for.
	 */
	private static final class Endless extends FakeInventory {

		private final int rows;

		Endless(int rows) {
			this.rows = rows;
		}

		@Override
		public void each(UUID tenant, CredentialFilter filter, Sorting sorting, Consumer<CredentialRow> row) {
			for (int i = 0; i < this.rows; i++) {
				row.accept(FakeInventory.secret("Application number " + i, Lists.NOW.plusSeconds(i), Lists.NOW));
			}
		}

	}

	/**
	 * The most heap that was alive at any of many looks.
	 */
	private static final class Peak {

		private final long before = used();

		private long most;

		private int lines;

		ExportRows.LineWriter watching(ExportRows.LineWriter lines) {
			return (line) -> {
				lines.write(line);
				if (++this.lines % LOOK_EVERY == 0) {
					this.most = Math.max(this.most, used() - this.before);
				}
			};
		}

		long megabytes() {
			return Math.max(0, this.most) / MEGABYTE;
		}

		private static long used() {
			Runtime runtime = Runtime.getRuntime();
			for (int i = 0; i < 3; i++) {
				runtime.gc();
			}
			return runtime.totalMemory() - runtime.freeMemory();
		}

	}

	/**
	 * Takes everything and keeps nothing.
	 */
	private static final class Counter extends OutputStream {

		private long bytes;

		@Override
		public void write(int b) {
			this.bytes++;
		}

		@Override
		public void write(byte[] b, int off, int len) {
			this.bytes += len;
		}

	}

}
