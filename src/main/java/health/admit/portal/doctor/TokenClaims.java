package health.admit.portal.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a token says. Whoever made it may have written anything into it: every text is
 * hostile input when shown, and none decides what anybody may do.
 *
 * @param algorithm of the signature, as the header says
 * @param keyId of the signing key
 * @param nonced whether the header holds a nonce, as the tokens for Microsoft Graph do
 * @param version {@code 1.0} or {@code 2.0}
 * @param appId {@code appid} or {@code azp}
 * @param proof {@code appidacr} or {@code azpacr}: 0 public client, 1 secret, 2
 * certificate or federated credential; null where it does not say
 * @param kind {@code idtyp}: app or user
 * @param groups how many groups it lists
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">Access
 * token claims reference</a>
 */
public record TokenClaims(@Nullable String algorithm, @Nullable String keyId, boolean nonced, List<String> audiences,
		@Nullable String issuer, @Nullable String version, @Nullable String tenant, @Nullable String objectId,
		@Nullable String subject, @Nullable String appId, @Nullable Long proof, @Nullable String kind,
		List<String> roles, List<String> scopes, int groups, @Nullable String user, boolean idToken,
		@Nullable Instant issuedAt, @Nullable Instant notBefore, @Nullable Instant expires) {

	/** What is read of the header of a token. */
	static final Set<String> HEADER = Set.of("alg", "kid", "nonce");

	/** What is read of its claims. */
	static final Set<String> READ = Set.of("aud", "iss", "ver", "tid", "oid", "sub", "appid", "azp", "appidacr",
			"azpacr", "idtyp", "roles", "scp", "groups", "upn", "preferred_username", "unique_name", "email", "name",
			"nonce", "iat", "nbf", "exp");

	private static final int LONGEST = Diagnosis.LONGEST;

	private static final int MOST = 50;

	private static final Pattern TENANT = Pattern
		.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/|$)");

	static TokenClaims of(Json header, Json claims) {
		return new TokenClaims(text(header, "alg"), text(header, "kid"), header.has("nonce"), texts(claims, "aud"),
				text(claims, "iss"), text(claims, "ver"), tenant(claims), text(claims, "oid"), text(claims, "sub"),
				first(claims, "appid", "azp"), proof(claims), text(claims, "idtyp"), texts(claims, "roles"),
				scopes(claims), claims.count("groups"),
				first(claims, "upn", "preferred_username", "unique_name", "email"), isIdToken(claims),
				instant(claims, "iat"), instant(claims, "nbf"), instant(claims, "exp"));
	}

	/**
	 * Whether the client has it for itself: no person is behind it.
	 */
	public boolean isAppOnly() {
		if (this.kind != null) {
			return "app".equals(this.kind);
		}
		return this.scopes.isEmpty() && (this.subject == null || this.subject.equals(this.objectId));
	}

	/** The directory it is from, where that is an id. */
	public Optional<UUID> tenantId() {
		return Ids.id(this.tenant);
	}

	/** The client it was given to. */
	public Optional<UUID> client() {
		return Ids.id(this.appId);
	}

	/** The service principal or the person it is about. */
	public Optional<UUID> principal() {
		return Ids.id(this.objectId);
	}

	/** Tokens without {@code tid} name the directory in the address of their issuer. */
	private static @Nullable String tenant(Json claims) {
		String tenant = text(claims, "tid");
		String issuer = text(claims, "iss");
		Matcher named = TENANT.matcher((tenant == null && issuer != null) ? issuer : "");
		return named.find() ? named.group(1) : tenant;
	}

	/**
	 * An ID token tells a client who signed in; it has no scopes and no roles to call.
	 */
	private static boolean isIdToken(Json claims) {
		boolean access = claims.has("scp") || claims.has("appid") || claims.has("azp") || claims.has("appidacr")
				|| claims.has("azpacr");
		return !access && (claims.has("nonce") || claims.has("preferred_username") || claims.has("name"));
	}

	private static @Nullable Long proof(Json claims) {
		String proof = first(claims, "appidacr", "azpacr");
		return (proof != null && proof.matches("[0-9]")) ? Long.valueOf(proof) : null;
	}

	private static List<String> scopes(Json claims) {
		return texts(claims, "scp").stream()
			.flatMap((scopes) -> List.of(scopes.split(" ")).stream())
			.filter((scope) -> !scope.isEmpty())
			.limit(MOST)
			.toList();
	}

	private static @Nullable Instant instant(Json claims, String name) {
		Long seconds = claims.number(name);
		// Beyond the year 9999 no page could show it.
		return (seconds != null && seconds >= 0 && seconds < 253_402_300_800L) ? Instant.ofEpochSecond(seconds) : null;
	}

	private static @Nullable String first(Json claims, String... names) {
		for (String name : names) {
			String text = text(claims, name);
			if (text != null) {
				return text;
			}
		}
		return null;
	}

	private static @Nullable String text(Json json, String name) {
		String text = json.text(name);
		return (text != null && text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

	private static List<String> texts(Json json, String name) {
		return json.texts(name)
			.stream()
			.limit(MOST)
			.map((text) -> (text.length() > 4 * LONGEST) ? text.substring(0, 4 * LONGEST) : text)
			.toList();
	}

}
