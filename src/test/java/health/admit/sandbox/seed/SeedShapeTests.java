package health.admit.sandbox.seed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import health.admit.sandbox.tenant.Copy;
import health.admit.sandbox.tenant.Item;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Store;
import health.admit.support.SandboxServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a dashboard has to cope with is in the tenant, however small it is.
 */
class SeedShapeTests {

	@Test
	void aSmallTenantHasEverySpecialCase() {
		try (SandboxServer sandbox = SandboxServer.start("applications=30")) {
			Store store = sandbox.bean(Store.class);
			List<ObjectNode> applications = store.all(Kind.APPLICATION, Copy.MASTER).stream().map(Item::json).toList();
			List<ObjectNode> principals = store.all(Kind.SERVICE_PRINCIPAL, Copy.MASTER)
				.stream()
				.map(Item::json)
				.toList();
			String guest = new Staff().guest().toString();
			String former = new Staff().former().toString();

			assertThat(applications)
				.anyMatch((each) -> each.has("_federatedIdentityCredentials") && size(each, "passwordCredentials") == 0
						&& size(each, "keyCredentials") == 0)
				.anyMatch((each) -> secrets(each).stream().anyMatch((secret) -> name(secret).equals("rotated")))
				.anyMatch((each) -> secrets(each).stream().anyMatch(SeedShapeTests::longerThanTwoYears))
				.anyMatch((each) -> Json.texts(each, "_owners").contains(guest))
				.anyMatch((each) -> Json.texts(each, "_owners").equals(List.of(former)));
			assertThat(principals).anyMatch((each) -> size(each, "keyCredentials") == 2)
				.anyMatch((each) -> secrets(each).stream()
					.anyMatch((secret) -> name(secret).equals("enterprise application")));
			assertThat(store.live(Kind.USER, new Staff().former(), Copy.MASTER)).isEmpty();
		}
	}

	@Test
	void thereAreAsManyCredentialsAsWereAskedFor() {
		try (SandboxServer sandbox = SandboxServer.start("applications=400", "credentials=1000")) {
			Store store = sandbox.bean(Store.class);
			int own = 2;
			assertThat(credentials(store)).isEqualTo(1000 + own);
			sandbox.bean(Seed.class).plant(400, true, 10);
			int usual = credentials(store);
			sandbox.bean(Seed.class).plant(400, true);
			assertThat(credentials(store)).isEqualTo(usual).isBetween(300, 500);
		}
	}

	@Test
	void thePlantedTenantIsTheSameEachTime() {
		try (SandboxServer sandbox = SandboxServer.start("applications=60", "credentials=200")) {
			Store store = sandbox.bean(Store.class);
			List<String> before = keyIds(store);
			sandbox.bean(Seed.class).plant(60, true, 200);
			assertThat(keyIds(store)).isEqualTo(before).doesNotHaveDuplicates();
		}
	}

	private static List<String> keyIds(Store store) {
		return store.all(Kind.APPLICATION, Copy.MASTER)
			.stream()
			.flatMap((item) -> secrets(item.json()).stream())
			.map((secret) -> Json.text(secret, "keyId"))
			.toList();
	}

	private static int credentials(Store store) {
		return store.all(Kind.APPLICATION, Copy.MASTER)
			.stream()
			.map(Item::json)
			.mapToInt((each) -> size(each, "passwordCredentials") + size(each, "keyCredentials"))
			.sum();
	}

	private static boolean longerThanTwoYears(ObjectNode secret) {
		Instant start = Instant.parse(secret.path("startDateTime").asString());
		Instant end = Instant.parse(secret.path("endDateTime").asString());
		return Duration.between(start, end).toDays() > 731 && end.isAfter(Clock.systemUTC().instant());
	}

	private static List<ObjectNode> secrets(ObjectNode holder) {
		return Json.objects(holder, "passwordCredentials");
	}

	private static String name(ObjectNode credential) {
		return credential.path("displayName").asString("");
	}

	private static int size(ObjectNode holder, String member) {
		return holder.path(member).size();
	}

}
