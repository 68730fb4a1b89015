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

	/** No name of an application has a line without ids. */
	private static final String NOTHING = "(no credential in this list)";

	private final CSVPrinter printer;

	private boolean empty = true;

	CsvExport(Writer writer) throws IOException {
		writer.write('\uFEFF');
		this.printer = new CSVPrinter(writer, FORMAT);
		this.printer.printRecord(Arrays.stream(Column.values()).map(Column::title));
	}

	void write(ExportedRow line) {
		this.empty = false;
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

	/**
	 * Says in a file without lines what those would have said. All that makes a
	 * credential is empty, so that a program does not take it for one, and who looks at
	 * it does not take headings alone for a whole list.
	 */
	void state(IndexStatement index) throws IOException {
		if (!this.empty) {
			return;
		}
		for (Column column : Column.values()) {
			this.printer.print(cell(switch (column) {
				case APPLICATION -> NOTHING;
				case INDEX -> index.word();
				case INDEX_AS_OF -> index.asOf();
				default -> null;
			}));
		}
		this.printer.println();
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
