package health.admit.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@BrowserTest
class StructuresBrowserTests {

	private static final String ROWS = "<ul><li><a href='/one'>One</a></li><li><a href='/two'>Two</a></li></ul>";

	@TempDir
	Path folder;

	@Test
	void otherDataIsTheSameStructure(Browsing browsing) {
		Page page = page(browsing);
		assertThat(of(page, ROWS))
			.isEqualTo(of(page,
					"<ul><li><a href='/3'>Three</a></li><li><a href='/4'>4</a></li><li><a href='/5'>5</a></li></ul>"))
			.isNotEqualTo(of(page, ROWS.replace("Two", "")))
			.isNotEqualTo(of(page, ROWS.replace("<a href='/two'>", "<a href='/two' class='quiet'>")))
			.isNotEqualTo(of(page, ROWS.replace("<ul>", "<ul data-state='RUNNING'>")))
			.isNotEqualTo(of(page, ROWS.replace("<li>", "<li hidden>")))
			.isNotEqualTo(of(page, ROWS.replace("<li>", "<li role='none'>")));
	}

	@Test
	void aFieldThatLosesItsLabelIsAnotherStructure(Browsing browsing) {
		Page page = page(browsing);
		String field = "<label for='name'>Name</label><input id='name'>";
		assertThat(of(page, field)).isEqualTo(of(page, field.replace("name", "other")))
			.isNotEqualTo(of(page, field.replace("id='name'", "id='other'")))
			.isNotEqualTo(of(page, field + "<p id='name'></p>"))
			.isNotEqualTo(of(page, field.replace("Name", "")));
	}

	@Test
	void aPageThatDiffersIsLookedAtAfterACleanOne(Browsing browsing) {
		Visit visit = browsing.visit("http://localhost", true);
		String page = "<html lang='en'><title>Clean</title><style>li { margin: 2em }</style><body>" + ROWS
				+ "</body></html>";
		visit.page().setContent(page);
		visit.accessible();
		visit.page().setContent(page.replace("Two", ""));
		assertThatThrownBy(visit::accessible).hasMessageContaining("link-name");
		// What was found is not forgiven when it is looked at again.
		assertThatThrownBy(visit::accessible).hasMessageContaining("link-name");
	}

	@Test
	void othersOfTheSameRunKnowWhatWasClean() {
		Structures one = new Structures(this.folder.resolve("run"));
		Structures other = new Structures(this.folder.resolve("run"));
		one.remember("clean");
		assertThat(other.isClean("clean")).isTrue();
		assertThat(other.isClean("unknown")).isFalse();
		assertThat(new Structures(null).isClean("clean")).isFalse();
	}

	private static Page page(Browsing browsing) {
		return browsing.visit("http://localhost", true).page();
	}

	private static String of(Page page, String content) {
		page.setContent(content);
		return Structures.of(page);
	}

}
