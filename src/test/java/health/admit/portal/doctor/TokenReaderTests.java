package health.admit.portal.doctor;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.support.Operators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TokenReaderTests {

	static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	static final URI ORIGIN = URI.create("http://localhost:8081");

	static final Cloud CLOUD = new Cloud(CloudName.SANDBOX, Operators.TENANT, ORIGIN, ORIGIN, ORIGIN, ORIGIN);

	private final TokenReader reader = new TokenReader(
			(id) -> id.equals("key-1") ? Optional.of(Tokens.KEYS.getPublic()) : Optional.empty(), CLOUD);

	@Test
	void tellsWhatATokenSays() {
		TokenReading.Decoded token = decoded(Tokens.appOnly(Tokens.FHIR, NOW));
		assertThat(token.signature()).isEqualTo(SignatureState.VALID);
		TokenClaims claims = token.claims();
		assertThat(claims.audiences()).containsExactly(Tokens.FHIR);
		assertThat(claims.client()).contains(UUID.fromString(Tokens.APP_ID));
		assertThat(claims.principal()).contains(UUID.fromString(Tokens.PRINCIPAL));
		assertThat(claims.tenantId()).contains(Operators.TENANT);
		assertThat(claims.isAppOnly()).isTrue();
		assertThat(claims.proof()).isEqualTo(1);
		assertThat(claims.expires()).isEqualTo(NOW.plusSeconds(3600));
	}

	@Test
	void tellsPersonsFromClientsAndIdTokensFromAccessTokens() {
		TokenClaims person = decoded(Tokens.signed("{\"aud\":\"x\",\"azp\":\"" + Tokens.APP_ID
				+ "\",\"scp\":\"a  b\",\"groups\":[\"1\",\"2\"],\"oid\":\"o\",\"sub\":\"s\"}"))
			.claims();
		assertThat(person.isAppOnly()).isFalse();
		assertThat(person.scopes()).containsExactly("a", "b");
		assertThat(person.groups()).isEqualTo(2);
		TokenClaims id = decoded(
				Tokens.signed("{\"aud\":\"" + Tokens.APP_ID + "\",\"nonce\":\"n\",\"name\":\"Ada\",\"oid\":\"o\"}"))
			.claims();
		assertThat(id.idToken()).isTrue();
	}

	static Stream<Arguments> signatures() {
		String good = Tokens.appOnly(Tokens.FHIR, NOW);
		String claims = Tokens.claims(Tokens.FHIR, NOW);
		String body = good.substring(0, good.lastIndexOf('.'));
		return Stream.of(arguments(good.substring(0, good.length() - 8) + "AAAAAAAA", SignatureState.INVALID),
				arguments(body + ".AAAA", SignatureState.INVALID), arguments(body + ".", SignatureState.NOT_SIGNED),
				arguments(Tokens.signed("{\"alg\":\"none\"}", claims), SignatureState.NOT_SIGNED),
				arguments(Tokens.signed("{\"alg\":\"NONE\"}", claims), SignatureState.NOT_SIGNED),
				arguments(Tokens.signed("{\"alg\":\"HS256\",\"kid\":\"key-1\"}", claims),
						SignatureState.OTHER_ALGORITHM),
				arguments(Tokens.signed("{}", claims), SignatureState.OTHER_ALGORITHM),
				arguments(Tokens.signed("{\"alg\":\"RS256\",\"kid\":\"other\"}", claims), SignatureState.KEY_UNKNOWN),
				arguments(Tokens.signed("{\"alg\":\"RS256\"}", claims), SignatureState.KEY_UNKNOWN),
				arguments(Tokens.signed("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"nonce\":\"n\"}", claims),
						SignatureState.ONLY_FOR_GRAPH),
				arguments(Tokens.signed("{\"tid\":\"" + UUID.randomUUID() + "\"}"), SignatureState.OTHER_TENANT),
				arguments(Tokens.signed("{}"), SignatureState.OTHER_TENANT));
	}

	@ParameterizedTest
	@MethodSource("signatures")
	void saysWhatTheSignatureIsWorth(String token, SignatureState state) {
		assertThat(decoded(token).signature()).isEqualTo(state);
	}

	@Test
	void saysWhenTheKeysCannotBeRead() {
		TokenReader keyless = new TokenReader((id) -> {
			throw new SigningKeys.KeysNotRead(new IllegalStateException());
		}, CLOUD);
		assertThat(
				keyless.read(Tokens.characters(Tokens.appOnly(Tokens.FHIR, NOW))).decoded().orElseThrow().signature())
			.isEqualTo(SignatureState.KEYS_NOT_READ);
	}

	static Stream<Arguments> noTokens() {
		String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
		String wide = "{" + "\"a\":1,".repeat(3000) + "\"a\":1}";
		return Stream.of(arguments("", TokenReading.Reason.NOT_THREE_PARTS),
				arguments("a.b", TokenReading.Reason.NOT_THREE_PARTS),
				arguments("a.b.c.d.e", TokenReading.Reason.ENCRYPTED),
				arguments("a.b.c.d.e.f", TokenReading.Reason.NOT_THREE_PARTS),
				arguments("...", TokenReading.Reason.NOT_THREE_PARTS), arguments("..", TokenReading.Reason.NOT_JSON),
				arguments("é.é.é", TokenReading.Reason.NOT_BASE64),
				arguments("!!.!!.!!", TokenReading.Reason.NOT_BASE64),
				arguments(Tokens.part("{}") + ".A.", TokenReading.Reason.NOT_BASE64),
				arguments(Tokens.part("[]") + "." + Tokens.part("{}") + ".AA", TokenReading.Reason.NOT_JSON),
				arguments(Tokens.part("{}") + "." + Tokens.part("{\"a\":1,\"a\":2}") + ".AA",
						TokenReading.Reason.NOT_JSON),
				arguments(Tokens.part("{}") + "." + Tokens.part("{\"exp\":" + "9".repeat(5000) + "}") + ".AA",
						TokenReading.Reason.NOT_JSON),
				arguments(Tokens.part("{}") + "." + Tokens.part(deep).substring(0, 20_000) + ".AA",
						TokenReading.Reason.NOT_JSON),
				arguments(Tokens.part("{}") + "." + Tokens.part(wide) + ".AA", TokenReading.Reason.NOT_JSON),
				arguments("a".repeat(10_000_000), TokenReading.Reason.TOO_LARGE));
	}

	@ParameterizedTest
	@MethodSource("noTokens")
	void refusesWhatIsNone(String text, TokenReading.Reason reason) {
		Optional<TokenReading.Reason> found = this.reader.read(Tokens.characters(text)).unreadable();
		assertThat(found.orElse(null)).isEqualTo(reason);
	}

	@Test
	void strangeClaimsBreakNothing() {
		TokenClaims claims = decoded(Tokens
			.signed("{\"aud\":[1,\"x\",null],\"exp\":-1,\"nbf\":1e999,\"iat\":99999999999999,"
					+ "\"tid\":\"<b>\",\"oid\":[],\"appid\":{},\"appidacr\":\"9999999999999999999\",\"scp\":7,\"roles\":{\"a\":1},"
					+ "\"groups\":\"x\",\"ver\":\"" + "v".repeat(5000) + "\"}"))
			.claims();
		assertThat(claims.audiences()).containsExactly("x");
		assertThat(claims.expires()).isNull();
		assertThat(claims.issuedAt()).isNull();
		assertThat(claims.tenantId()).isEmpty();
		assertThat(claims.proof()).isNull();
		assertThat(claims.version()).hasSize(Diagnosis.LONGEST);
	}

	@Test
	void comparesATokenWithWhatTheServiceTrusts() {
		Trust trust = new Trust(List.of(Tokens.FHIR), Operators.TENANT);
		assertThat(causes(Tokens.appOnly(Tokens.FHIR, NOW), trust)).isEmpty();
		assertThat(causes(Tokens.appOnly(Tokens.FHIR + "/", NOW), trust)).isEmpty();
		assertThat(causes(Tokens.appOnly("https://other.fhir.azurehealthcareapis.com", NOW), trust))
			.containsExactly(Cause.AUDIENCE_WRONG);
		assertThat(causes(Tokens.appOnly("https://azurehealthcareapis.com", NOW), trust))
			.containsExactly(Cause.OLD_AUDIENCE);
		assertThat(causes(Tokens.appOnly("https://fhir.azurehealthcareapis.com", NOW), Trust.unknown()))
			.as("a service may have it set")
			.isEmpty();
		assertThat(causes(Tokens.appOnly("https://graph.microsoft.com", NOW), trust))
			.containsExactly(Cause.TOKEN_FOR_OTHER_API);
		assertThat(causes(Tokens.appOnly(Tokens.FHIR, NOW.minusSeconds(7200)), trust))
			.containsExactly(Cause.TOKEN_ENDED);
		assertThat(causes(Tokens.appOnly(Tokens.FHIR, NOW.plusSeconds(7200)), trust))
			.containsExactly(Cause.TOKEN_NOT_YET_VALID);
		assertThat(causes(Tokens.appOnly(Tokens.FHIR, NOW), new Trust(List.of(Tokens.FHIR), UUID.randomUUID())))
			.containsExactly(Cause.ISSUER_WRONG);
		assertThat(causes(Tokens.appOnly(Tokens.FHIR, NOW), new Trust(List.of("api://own"), null)))
			.containsExactly(Cause.OWN_SERVER_AUDIENCE);
		assertThat(causes(Tokens.signed("{\"aud\":\"c\",\"nonce\":\"n\"}"), Trust.unknown()))
			.containsExactly(Cause.ID_TOKEN_SENT);
	}

	private List<Cause> causes(String token, Trust trust) {
		return Explanations.ofToken(decoded(token).claims(), trust, NOW).stream().map(Diagnosis::cause).toList();
	}

	private TokenReading.Decoded decoded(String token) {
		return this.reader.read(Tokens.characters(token)).decoded().orElseThrow();
	}

}
