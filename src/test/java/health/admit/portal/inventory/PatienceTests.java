package health.admit.portal.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import health.admit.portal.directory.DirectoryUnavailable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatienceTests {

	private final VirtualTime time = new VirtualTime();

	private final List<Duration> pauses = new ArrayList<>();

	@Test
	void asksTenTimesWithLongerAndLongerPauses() {
		AtomicInteger asked = new AtomicInteger();
		assertThatThrownBy(() -> new Patience(this.time).ask(() -> {
			asked.incrementAndGet();
			throw FakeScan.busy();
		}, (pause) -> this.pauses.add(pause.time()))).isInstanceOf(DirectoryUnavailable.class);
		assertThat(asked).hasValue(10);
		assertThat(this.pauses).extracting(Duration::toSeconds)
			.containsExactly(5L, 10L, 20L, 40L, 80L, 120L, 120L, 120L, 120L);
	}

	@Test
	void waitsAsLongAsGraphAsks() {
		DirectoryUnavailable busy = new DirectoryUnavailable("429", FakeScan.trace(), new IllegalStateException(),
				Duration.ofSeconds(33));
		assertThat(Patience.pause(1, busy)).isEqualTo(Duration.ofSeconds(33));
		assertThat(Patience.pause(9, busy)).isEqualTo(Duration.ofSeconds(33));
	}

	@Test
	void sendsAtMost150RequestsInAnyMinute() {
		RequestBudget budget = new RequestBudget(this.time, this.time);
		List<Instant> sent = new ArrayList<>();
		for (int count = 0; count < 1000; count++) {
			budget.spend();
			sent.add(this.time.instant());
			this.time.pass(Duration.ofMillis(count % 7));
		}
		for (int index = RequestBudget.REQUESTS; index < sent.size(); index++) {
			assertThat(Duration.between(sent.get(index - RequestBudget.REQUESTS), sent.get(index)))
				.isGreaterThanOrEqualTo(RequestBudget.WINDOW);
		}
	}

}
