package health.admit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What templates, texts and scripts must never do, and the texts they must have.
 */
class TemplateRulesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Path SCRIPTS = Path.of("frontend-assets/js");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)[}(]");

	private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

	private static final Pattern TAG = Pattern.compile("<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>");

	/**
	 * An element of which text is written in the template: nothing replaces it.
	 */
	private static final Pattern SPOKEN = Pattern.compile(
			"<([a-z0-9]+)((?:\\s[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)?)>([^<]*\\p{L}[^<]*)", Pattern.DOTALL);

	@Test
	void everyTextATemplateAsksForExists() {
		Set<String> known = keys();
		assertThat(found(TEMPLATES, ".html", (path, text) -> {
			List<String> missing = new ArrayList<>();
			Matcher matcher = KEY.matcher(text);
			while (matcher.find()) {
				if (!known.contains(matcher.group(1))) {
					missing.add(path + ": " + matcher.group(1));
				}
			}
			return missing;
		})).isEmpty();
	}

	@Test
	void noTextIsWrittenInATemplate() {
		assertThat(found(TEMPLATES, ".html", (path, text) -> {
			List<String> spoken = new ArrayList<>();
			Matcher matcher = SPOKEN.matcher(COMMENT.matcher(text).replaceAll(""));
			while (matcher.find()) {
				if (!matcher.group(2).matches("(?s).*\\bth:(text|replace|insert|utext|remove)=.*")) {
					spoken.add(path + ": " + matcher.group(3).strip());
				}
			}
			return spoken;
		})).isEmpty();
	}

	@Test
	void noAttributeThatIsReadAloudIsWrittenInATemplate() {
		assertThat(matches(TEMPLATES, ".html",
				"\\s(?:title|alt|placeholder|aria-label|aria-description)=\"[^\"]*\\p{L}[^\"]*\""))
			.isEmpty();
	}

	@Test
	void templatesHoldNoCodeAndNothingUnescaped() {
		assertThat(matches(TEMPLATES, ".html",
				"th:utext|\\[\\(|th:inline=\"javascript\"|\\sstyle=\"|th:style|\\son[a-z]+=\""
						+ "|th:on[a-z]+|<style|<script(?![^>]*th:src)|javascript:|\\bT\\(|\\$\\{@|hx-on|hx:on|hx-vals=\"js:"))
			.isEmpty();
	}

	/**
	 * A replacement comes before every condition and loop of its own tag, which are then
	 * lost without a word.
	 */
	@Test
	void noConditionStandsOnATagThatIsReplaced() {
		assertThat(found(TEMPLATES, ".html", (path, text) -> {
			List<String> lost = new ArrayList<>();
			Matcher matcher = TAG.matcher(COMMENT.matcher(text).replaceAll(""));
			while (matcher.find()) {
				String tag = matcher.group();
				if (tag.contains("th:replace=") && tag.matches("(?s).*\\sth:(if|unless|each|with|object)=.*")) {
					lost.add(path + ": " + tag);
				}
			}
			return lost;
		})).isEmpty();
	}

	@Test
	void templatesNameNoOtherHost() {
		assertThat(matches(TEMPLATES, ".html", "(?:href|src|action)=\"(?:https?:)?//")).isEmpty();
	}

	@Test
	void everyWritingFormCarriesItsCsrfField() {
		assertThat(found(TEMPLATES, ".html", (path, text) -> {
			List<String> bare = new ArrayList<>();
			Matcher matcher = TAG.matcher(text);
			while (matcher.find()) {
				String tag = matcher.group();
				if (tag.startsWith("<form") && tag.contains("post") && !tag.contains("th:action")) {
					bare.add(path + ": " + tag);
				}
			}
			return bare;
		})).isEmpty();
	}

	@Test
	void scriptsWriteTextAndNothingElse() {
		assertThat(matches(SCRIPTS, ".js",
				"innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|https?://|localStorage"))
			.isEmpty();
	}

	@Test
	void noTextIsDefinedTwiceOrEmpty() {
		Pattern line = Pattern.compile("(?m)^([A-Za-z][^=\\s]*)\\s*=\\s*(.*)$");
		assertThat(found(MESSAGES, ".properties", (path, text) -> {
			List<String> wrong = new ArrayList<>();
			Set<String> seen = new TreeSet<>();
			Matcher matcher = line.matcher(text);
			while (matcher.find()) {
				if (!seen.add(matcher.group(1)) || matcher.group(2).isBlank()) {
					wrong.add(path + ": " + matcher.group(1));
				}
			}
			return wrong;
		})).isEmpty();
	}

	@Test
	void everyBundleIsConfigured() throws IOException {
		String settings = Files.readString(Path.of("src/main/resources/application.yml"));
		try (Stream<Path> bundles = Files.list(MESSAGES)) {
			assertThat(bundles.map((path) -> "messages/" + path.getFileName().toString().replace(".properties", ""))
				.filter((name) -> !name.contains("_") && !name.equals("messages/start"))).allMatch(settings::contains);
		}
	}

	private static Set<String> keys() {
		Set<String> keys = new TreeSet<>();
		found(MESSAGES, ".properties", (path, text) -> {
			Properties properties = new Properties();
			try (InputStream in = Files.newInputStream(path)) {
				properties.load(in);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			keys.addAll(properties.stringPropertyNames());
			return List.of();
		});
		return keys;
	}

	private static List<String> matches(Path folder, String ending, String forbidden) {
		Pattern pattern = Pattern.compile(forbidden);
		return found(folder, ending, (path, text) -> {
			List<String> found = new ArrayList<>();
			Matcher matcher = pattern.matcher(COMMENT.matcher(text).replaceAll(""));
			while (matcher.find()) {
				found.add(path + ": " + matcher.group());
			}
			return found;
		});
	}

	private static List<String> found(Path folder, String ending, Search search) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((path) -> path.toString().endsWith(ending))
				.sorted()
				.flatMap((path) -> search.in(path, read(path)).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds what is wrong with one file.
	 */
	private interface Search {

		List<String> in(Path path, String text);

	}

}
