package health.admit.portal.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values after RFC 4180, in UTF-8 with the mark by which
 * spreadsheets know it. What the index was like stands in two columns of every line, so
 * that it survives sorting, cutting and pasting.
 */
final class CsvExport implements Closeable {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

	private final CSVPrinter printer;

	CsvExport(Writer writer) throws IOException {
		writer.write('\uFEFF');
		this.printer = new CSVPrinter(writer, FORMAT);
		this.printer.printRecord(Arrays.stream(Column.values()).map(Column::title));
	}

	void write(ExportedRow line) {
		try {
			for (Column column : Column.values()) {
				this.printer.print(cell(column.of(line)));
			}
			this.printer.println();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.printer.close();
	}

	private static @Nullable String cell(@Nullable Object value) {
		if (value == null) {
			return null;
		}
		return (value instanceof String text) ? CsvCell.of(text) : value.toString();
	}

}
