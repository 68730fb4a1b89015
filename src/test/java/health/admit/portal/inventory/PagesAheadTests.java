package health.admit.portal.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import health.admit.portal.directory.ScanPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagesAheadTests {

	private final List<String> asked = new ArrayList<>();

	private final Deque<Runnable> waiting = new ArrayDeque<>();

	private int failing = -1;

	private final PagesAhead pages = new PagesAhead(this::fetch, this.waiting::add);

	@Test
	void noMoreThanAFewPagesWait() {
		assertThat(next(null)).isEqualTo("1");
		runAll();
		assertThat(this.asked).containsExactly("0", "1", "2", "3", "4", "5");
		assertThat(this.pages.arrived()).extracting(ScanPage::next).containsExactly("2", "3", "4", "5", "6");
		runAll();
		assertThat(this.asked).hasSize(1 + 2 * PagesAhead.MOST);
	}

	@Test
	void aPageThatIsOnItsWayIsNotAskedForTwice() {
		next(null);
		assertThat(this.pages.arrived()).isEmpty();
		this.waiting.remove().run();
		assertThat(next("1")).isEqualTo("2");
		runAll();
		assertThat(this.asked).doesNotHaveDuplicates();
	}

	@Test
	void aPageThatFailedIsAskedForAgainWhenItIsWanted() {
		this.failing = 2;
		next(null);
		runAll();
		assertThat(this.pages.arrived()).extracting(ScanPage::next).containsExactly("2");
		assertThatThrownBy(() -> next("2")).hasMessage("busy");
		assertThat(next("2")).isEqualTo("3");
		assertThat(this.asked).containsExactly("0", "1", "2", "2");
	}

	@Test
	void whatWasOnItsWayBeforeAChangeOfMindIsForgotten() {
		next(null);
		this.pages.clear();
		assertThat(next(null)).isEqualTo("1");
		runAll();
		assertThat(this.pages.arrived()).extracting(ScanPage::next).containsExactly("2", "3", "4", "5", "6");
	}

	private String next(String link) {
		return this.pages.page(link).next();
	}

	private void runAll() {
		while (!this.waiting.isEmpty()) {
			this.waiting.remove().run();
		}
	}

	private ScanPage fetch(String link) {
		int number = (link != null) ? Integer.parseInt(link) : 0;
		this.asked.add(String.valueOf(number));
		if (number == this.failing) {
			this.failing = -1;
			throw new IllegalStateException("busy");
		}
		return new ScanPage(List.of(), String.valueOf(number + 1));
	}

}
