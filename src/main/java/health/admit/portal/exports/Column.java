package health.admit.portal.exports;

import java.util.function.Function;

import health.admit.portal.inventory.FilterParameters;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, in order. Their names and the words in them are for programs and
 * do not change with the language.
 */
enum Column {

	APPLICATION("application", (line) -> line.row().name()), APP_ID("app id", (line) -> line.row().appId()),
	OBJECT_ID("object id", (line) -> line.row().key().objectId()),
	SOURCE("source", (line) -> FilterParameters.name(line.row().source())),
	KIND("kind", (line) -> FilterParameters.name(line.row().kind())),
	CREDENTIAL("credential", (line) -> line.row().description()), KEY_ID("key id", (line) -> line.row().key().keyId()),
	HINT("hint", (line) -> line.row().hint()), STARTS("starts", (line) -> line.row().starts()),
	ENDS("ends", (line) -> line.row().ends()), DAYS_LEFT("days left", ExportedRow::daysLeft),
	BAND("band", (line) -> FilterParameters.name(line.row().band())),
	COVERED("covered", (line) -> yesOrNo(line.row().covered())),
	TOO_LONG("longer than policy", (line) -> yesOrNo(line.row().tooLong())),
	OWNER_STATE("owner state", (line) -> FilterParameters.name(line.row().owners())),
	OWNERS("owners", ExportedRow::ownerNames), WORK("work state", (line) -> FilterParameters.name(line.row().work())),
	LAST_USED("last used", (line) -> line.row().lastUsed()), INDEX("index", (line) -> line.index().word()),
	INDEX_AS_OF("index as of", (line) -> line.index().asOf());

	private final String title;

	private final Function<ExportedRow, @Nullable Object> value;

	Column(String title, Function<ExportedRow, @Nullable Object> value) {
		this.title = title;
		this.value = value;
	}

	String title() {
		return this.title;
	}

	/** A text, id, number or instant; null for nothing. */
	@Nullable Object of(ExportedRow line) {
		return this.value.apply(line);
	}

	private static String yesOrNo(boolean value) {
		return value ? "yes" : "no";
	}

}
