package health.admit.sandbox.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import health.admit.sandbox.tenant.Catalogue;
import health.admit.sandbox.tenant.Consents;
import health.admit.sandbox.tenant.Ids;
import health.admit.sandbox.tenant.Json;
import health.admit.sandbox.tenant.Kind;
import health.admit.sandbox.tenant.Moments;
import health.admit.sandbox.tenant.Store;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes applications as a grown tenant has them: with and without owners, secrets and
 * certificates in every stage of their life, names used twice, and some names that are
 * meant to do harm.
 */
final class ApplicationSeed {

	private static final List<String> FHIR_READ = List.of("db75143a-8f20-4238-9450-8b73ef4992f4");

	private static final List<String> DICOM_WRITE = List.of("e69ab058-b8ae-4c0f-b687-5d97888ddccb");

	private static final List<String> SIGN_IN = List.of("e1fe6dd8-ba31-4d61-89e7-88639da4683d");

	private static final int CONSENTED = 300;

	private static final int DUPLICATE_EVERY = 25;

	private final Store store;

	private final List<UUID> owners;

	private final SpecialCases special;

	private final CertificatePool certificates;

	private final Instant now;

	ApplicationSeed(Store store, List<UUID> owners, SpecialCases special, Instant now) {
		this.store = store;
		this.owners = owners;
		this.special = special;
		this.certificates = new CertificatePool(now);
		this.now = now;
	}

	/**
	 * @param credentials how many secrets and certificates there shall be in all, at
	 * least
	 */
	void plant(int count, int credentials) {
		long planted = 0;
		int hostile = Math.min(HostileTexts.count(), count / 4);
		for (int i = 0; i < count; i++) {
			SplittableRandom random = new SplittableRandom(7919L * i + 17);
			UUID id = id(random);
			UUID appId = id(random);
			ObjectNode application = (i < hostile) ? hostile(i) : usual(i, random);
			fill(application, i, appId, random);
			this.special.application(application, i);
			planted += credentials(application);
			for (int more = 1; planted < (long) credentials * (i + 1) / count; more++) {
				this.special.oneMore(application, i, more);
				planted++;
			}
			this.store.seed(Kind.APPLICATION, id, application);
			if (random.nextInt(10) > 0) {
				UUID principal = id(random);
				ObjectNode document = Json.object().put("appId", appId.toString());
				this.special.principal(document, i);
				this.store.seed(Kind.SERVICE_PRINCIPAL, principal, document);
				consent(i, principal, random);
			}
		}
	}

	private static int credentials(ObjectNode application) {
		return application.path("passwordCredentials").size() + application.path("keyCredentials").size();
	}

	private static ObjectNode hostile(int index) {
		String text = HostileTexts.of(index);
		return Json.object().put("displayName", text).put("description", text).put("notes", text);
	}

	private static ObjectNode usual(int index, SplittableRandom random) {
		boolean again = index % DUPLICATE_EVERY == DUPLICATE_EVERY - 1;
		String name = again ? Vocabulary.name(new SplittableRandom(index / 500)) : Vocabulary.name(random);
		ObjectNode application = Json.object().put("displayName", name);
		if (random.nextInt(3) == 0) {
			application.put("description", Vocabulary.description(random));
		}
		return application;
	}

	private void fill(ObjectNode application, int index, UUID appId, SplittableRandom random) {
		Instant created = this.now.minus(Duration.ofDays(30 + random.nextInt(1500)))
			.minusSeconds(random.nextInt(80_000));
		application.put("appId", appId.toString())
			.put("createdDateTime", Moments.write(created))
			.put("publisherDomain", "contosohealth.onmicrosoft.com");
		int owned = random.nextInt(4);
		for (int i = 0; i < Math.min(owned, 2); i++) {
			application.withArray("_owners").add(this.owners.get((index + i * 7) % this.owners.size()).toString());
		}
		platform(application, index % 5, appId);
		require(application, index % 3);
		if (index % 5 < 3) {
			secrets(application, index, random);
		}
		if (index % 7 == 0) {
			application.withArray("keyCredentials").add(this.certificates.credential(index / 7, id(random)));
		}
	}

	private void secrets(ObjectNode application, int index, SplittableRandom random) {
		int count = (random.nextInt(8) == 0) ? 2 : 1;
		for (int i = 0; i < count; i++) {
			Instant end = ExpiryBands.end(index / 2 + i * 5, this.now, random);
			application.withArray("passwordCredentials")
				.add(Secrets.described(hint(random), id(random), (i == 0) ? "production" : "rotation",
						end.minus(Duration.ofDays(180)), end));
		}
	}

	private static void platform(ObjectNode application, int kind, UUID appId) {
		switch (kind) {
			case 0 -> application.withObject("/web")
				.withArray("redirectUris")
				.add("https://apps.contosohealth.example/" + appId + "/signin");
			case 3 ->
				application.withObject("/spa").withArray("redirectUris").add("https://viewer.contosohealth.example/");
			case 4 -> {
				application.put("isFallbackPublicClient", true);
				application.withObject("/publicClient").withArray("redirectUris").add("http://localhost");
			}
			default -> {
			}
		}
	}

	private static void require(ObjectNode application, int kind) {
		List<String> scopes = (kind == 0) ? FHIR_READ : (kind == 1) ? DICOM_WRITE : SIGN_IN;
		UUID api = (kind == 0) ? Catalogue.FHIR : (kind == 1) ? Catalogue.DICOM : Catalogue.GRAPH;
		ObjectNode required = application.withArray("requiredResourceAccess").addObject();
		required.put("resourceAppId", api.toString());
		scopes
			.forEach((scope) -> required.withArray("resourceAccess").addObject().put("id", scope).put("type", "Scope"));
	}

	/** The first ones have consent for what they ask of FHIR. */
	private void consent(int index, UUID principal, SplittableRandom random) {
		if (index < CONSENTED && index % 3 == 0 && random.nextBoolean()) {
			UUID resource = OwnRegistrations.principalOf(Catalogue.FHIR);
			this.store.seed(Kind.GRANT, Ids.ofGrant(principal, resource, null),
					Consents.grantDocument(principal, resource, null, List.of("user_impersonation")));
		}
	}

	private static String hint(SplittableRandom random) {
		String characters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";
		StringBuilder hint = new StringBuilder();
		for (int i = 0; i < 3; i++) {
			hint.append(characters.charAt(random.nextInt(characters.length())));
		}
		return hint.toString();
	}

	/** A version 4 UUID that is the same on every run. */
	private static UUID id(SplittableRandom random) {
		long most = (random.nextLong() & ~0xF000L) | 0x4000L;
		long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(most, least);
	}

}
