package health.admit.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import health.admit.journey.StruckPortals.Batch;
import health.admit.journey.StruckPortals.Cell;
import health.admit.journey.StruckPortals.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * As many registrations as anybody has time for: {@code -Dadmit.kills=n} of them at a
 * portal that is killed and started again, {@code -Dadmit.pauses=n} at one that is paused
 * or killed while another takes over. {@code -Dadmit.seed=n} repeats the choices.
 */
@Tag("benchmark")
class StruckPortalsCampaignTests {

	private static final int KILLS = Integer.getInteger("admit.kills", 45);

	private static final int PAUSES = Integer.getInteger("admit.pauses", 50);

	private final long seed = Long.getLong("admit.seed", StruckPortals.anySeed());

	@TempDir
	private Path folder;

	@Test
	void killedPortalGoesOnWhereItWas() {
		Instant start = Instant.now();
		try (StruckPortals portals = new StruckPortals(this.folder, 1, this.seed)) {
			Node node = portals.node(0);
			int blows = 0;
			while (portals.registrations() < KILLS) {
				for (List<Cell> cells : all(portals)) {
					int left = KILLS - portals.registrations();
					if (left > 0) {
						Batch batch = portals.arrange(node, cells.subList(0, Math.min(cells.size(), left)));
						say(start, portals, "ready to be killed");
						portals.kill(batch);
						node.start();
						portals.collect(node);
						blows++;
						say(start, portals, blows + " kills");
					}
				}
			}
			List<String> violations = portals.finish(node);
			say(start, portals, blows + " kills, all finished, " + violations.size() + " violations");
			assertThat(violations).isEmpty();
		}
	}

	@Test
	void ownerThatWasPausedOrKilledHasNoSayAnyMore() {
		Instant start = Instant.now();
		try (StruckPortals portals = new StruckPortals(this.folder, 2, this.seed)) {
			Batch batch = portals.arrange(portals.node(0), StruckPortals.atOneBlow(portals.cells(), PAUSES));
			int blows = 0;
			while (batch != null) {
				Node struck = portals.node(blows);
				Node other = portals.node(blows + 1);
				boolean killed = blows % 4 == 3;
				if (killed) {
					portals.kill(batch);
				}
				else {
					portals.pause(batch);
				}
				int left = PAUSES - portals.registrations();
				Batch next = (left > 0) ? portals.arrange(other, StruckPortals.atOneBlow(portals.cells(), left)) : null;
				say(start, portals, "the next at their points");
				portals.awaitTakenOver(batch);
				say(start, portals, "taken over");
				if (killed) {
					struck.start();
				}
				else {
					portals.goOn(batch);
				}
				portals.collect(struck);
				blows++;
				say(start, portals, blows + " blows, the last a " + (killed ? "kill" : "pause"));
				batch = next;
			}
			List<String> violations = portals.finish(portals.node(blows));
			say(start, portals, blows + " blows, all finished, " + violations.size() + " violations");
			assertThat(violations).isEmpty();
		}
	}

	/**
	 * Every step at every moment, as many at one blow as one portal can be held at.
	 */
	private static List<List<Cell>> all(StruckPortals portals) {
		List<Cell> left = portals.cells();
		List<List<Cell>> blows = new ArrayList<>();
		while (!left.isEmpty()) {
			List<Cell> blow = StruckPortals.atOneBlow(left, left.size());
			blow.forEach(left::remove);
			blows.add(blow);
		}
		return blows;
	}

	private void say(Instant start, StruckPortals portals, String what) {
		System.out.println("seed " + this.seed + ": " + portals.registrations() + " registrations, " + what + ", "
				+ portals.resumed() + " resumed by a person, " + Duration.between(start, Instant.now()).toSeconds()
				+ " s");
	}

}
