package health.admit.portal.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import health.admit.portal.inventory.FilterParameters;
import health.admit.portal.inventory.Freshness;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with the sheets "Index", which says how complete the list is, and
 * "Credentials". Texts are texts, so that nothing is a formula; instants are dates in
 * UTC.
 */
final class XlsxExport implements Closeable {

	/** Lines Excel can show beneath the headings. */
	static final int MOST = 1_048_575;

	private static final int FLUSH_EVERY = 500;

	private static final int LONGEST_CELL = 32_767;

	private static final String DATE = "yyyy-mm-dd hh:mm";

	private final Workbook workbook;

	private final Worksheet index;

	private final Worksheet credentials;

	private final int most;

	private int written;

	private long left;

	XlsxExport(OutputStream out) {
		this(out, MOST);
	}

	XlsxExport(OutputStream out, int most) {
		this.most = most;
		this.workbook = new Workbook(out, "Admit", null);
		this.index = this.workbook.newWorksheet("Index");
		this.credentials = this.workbook.newWorksheet("Credentials");
		this.credentials.freezePane(0, 1);
		for (Column column : Column.values()) {
			this.credentials.inlineString(0, column.ordinal(), column.title());
			this.credentials.style(0, column.ordinal()).bold().set();
		}
	}

	void write(ExportedRow line) {
		if (this.written == this.most) {
			this.left++;
			return;
		}
		this.written++;
		for (Column column : Column.values()) {
			put(this.credentials, this.written, column.ordinal(), column.of(line));
		}
		if (this.written % FLUSH_EVERY == 0) {
			try {
				this.credentials.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** Writes the sheet that says what the other one holds. */
	void state(IndexStatement statement) {
		List<String> titles = List.of("index", "as of (UTC)", "applications in the index", "credentials in the index",
				"credentials in this file", "credentials left out, because Excel takes no more", "trouble",
				"credentials left out, perhaps, because their owners are not known or not to be told",
				"service principals in the index", "trouble with");
		for (int row = 0; row < titles.size(); row++) {
			put(this.index, row, 0, titles.get(row));
			this.index.style(row, 0).bold().set();
		}
		put(this.index, 0, 1, statement.word());
		put(this.index, 1, 1, statement.asOf());
		put(this.index, 2, 1, statement.applications());
		put(this.index, 3, 1, statement.credentials());
		put(this.index, 4, 1, (long) this.written);
		put(this.index, 5, 1, this.left);
		Freshness.Trouble trouble = statement.trouble();
		put(this.index, 6, 1, (trouble != null) ? trouble.words() : null);
		put(this.index, 7, 1, statement.undecided());
		put(this.index, 8, 1, statement.principals());
		Freshness.Part troubled = statement.troubled();
		put(this.index, 9, 1, (troubled != null) ? FilterParameters.name(troubled.source()) : null);
	}

	@Override
	public void close() throws IOException {
		this.credentials.finish();
		this.index.finish();
		this.workbook.close();
	}

	private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
		if (value instanceof Instant instant) {
			sheet.value(row, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
			sheet.style(row, column).format(DATE).set();
		}
		else if (value instanceof Long number) {
			sheet.value(row, column, number);
		}
		else if (value != null) {
			sheet.inlineString(row, column, text(value.toString()));
		}
	}

	/** Without what XML cannot hold. */
	private static String text(String value) {
		StringBuilder text = new StringBuilder(Math.min(value.length(), LONGEST_CELL));
		value.codePoints().forEach((sign) -> {
			if (text.length() < LONGEST_CELL - 1) {
				text.appendCodePoint(valid(sign));
			}
		});
		return text.toString();
	}

	private static int valid(int sign) {
		if (Character.isISOControl(sign)) {
			return ' ';
		}
		boolean surrogate = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
		return surrogate || (sign & 0xFFFE) == 0xFFFE ? 0xFFFD : sign;
	}

}
