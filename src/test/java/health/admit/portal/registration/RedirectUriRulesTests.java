package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import health.admit.portal.directory.RedirectUris;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class RedirectUriRulesTests {

	private static final int RUNS = 5_000;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "https://a.example/cb x|WEB|ILLEGAL_CHARACTER",
			"https://a.example/<x>|WEB|ILLEGAL_CHARACTER", "https://münchen.example/cb|WEB|ILLEGAL_CHARACTER",
			"https://a.example/%zz|WEB|ILLEGAL_CHARACTER", "https://a.example/c!b|WEB|UNSUPPORTED_CHARACTER",
			"https://a.example/c'b|WEB|UNSUPPORTED_CHARACTER", "https://a.example/(c)|WEB|UNSUPPORTED_CHARACTER",
			"https://a.example/a,b;c|WEB|UNSUPPORTED_CHARACTER", "a.example/callback|WEB|NOT_ABSOLUTE",
			"//a.example/callback|WEB|NOT_ABSOLUTE", "javascript:alert(1)|WEB|DANGEROUS_SCHEME",
			"JavaScript:alert(1)|PUBLIC_CLIENT|DANGEROUS_SCHEME", "data:text/html,x|PUBLIC_CLIENT|DANGEROUS_SCHEME",
			"file:///etc/passwd|PUBLIC_CLIENT|DANGEROUS_SCHEME", "myapp://auth|WEB|SCHEME_NOT_FOR_PLATFORM",
			"myapp://auth|SINGLE_PAGE|SCHEME_NOT_FOR_PLATFORM", "http://a.example/cb|WEB|HTTP_NOT_LOCAL",
			"http://localhost.a.example/cb|WEB|HTTP_NOT_LOCAL", "https://user@a.example/cb|WEB|USER_INFO",
			"https://a.example@b.example/cb|WEB|USER_INFO", "https:///cb|WEB|BAD_HOST",
			"https://a.example:99999/cb|WEB|BAD_HOST", "https://-a.example/cb|WEB|BAD_HOST",
			"http://[::1]/cb|WEB|IPV6_LOOPBACK", "http://[::1]:8400|PUBLIC_CLIENT|IPV6_LOOPBACK",
			"https://a.example/cb#x|WEB|FRAGMENT", "https://*/cb|WEB|WILDCARD_MISPLACED",
			"https://*.com/cb|WEB|WILDCARD_MISPLACED", "https://a.*.example/cb|WEB|WILDCARD_MISPLACED",
			"https://*.a.example/cb|WEB|WILDCARD", "urn:ietf:wg:oauth:2.0:oob|PUBLIC_CLIENT|URN",
			"https://a.example|WEB|NO_PATH" })
	void eachRuleSpeaksUp(String uri, RedirectPlatform platform, RedirectRule rule) {
		assertThat(RedirectUriRules.alone(uri, platform, AccountTypes.THIS_DIRECTORY)).contains(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.example/callback", "https://a.example/cb?x=1", "http://localhost",
			"http://localhost:3000/cb", "http://127.0.0.1:8400/", "https://A.Example:8443/Path/%20x" })
	void goodOnesPassOnEveryPlatform(String uri) {
		for (RedirectPlatform platform : RedirectPlatform.values()) {
			assertThat(RedirectUriRules.alone(uri, platform, AccountTypes.THIS_DIRECTORY)).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "msal6f1c://auth", "msauth.com.contoso.viewer://auth", "com.contoso.viewer:/oauth2redirect" })
	void installedApplicationsMayHaveTheirOwnScheme(String uri) {
		assertThat(RedirectUriRules.alone(uri, RedirectPlatform.PUBLIC_CLIENT, AccountTypes.THIS_DIRECTORY)).isEmpty();
	}

	@Test
	void personalAccountsAllowLess() {
		assertThat(alone("https://a.example/cb?x=1", AccountTypes.ANY_DIRECTORY_AND_PERSONAL))
			.containsExactly(RedirectRule.QUERY_FOR_PERSONAL_ACCOUNTS);
		assertThat(alone("https://*.a.example/cb", AccountTypes.PERSONAL_ONLY))
			.containsExactly(RedirectRule.WILDCARD_FOR_PERSONAL_ACCOUNTS);
		List<String> many = IntStream.range(0, 101).mapToObj((index) -> "https://a.example/" + index).toList();
		assertThat(rules(new RedirectUris(many, List.of(), List.of()), AccountTypes.PERSONAL_ONLY))
			.containsExactly(RedirectRule.TOO_MANY);
		assertThat(rules(new RedirectUris(many, List.of(), List.of()), AccountTypes.THIS_DIRECTORY)).isEmpty();
	}

	@Test
	void theLimitCountsAllPlatformsTogether() {
		List<String> web = IntStream.range(0, 200).mapToObj((index) -> "https://a.example/" + index).toList();
		List<String> spa = IntStream.range(0, 57).mapToObj((index) -> "https://b.example/" + index).toList();
		assertThat(rules(new RedirectUris(web, spa, List.of()), AccountTypes.THIS_DIRECTORY))
			.containsExactly(RedirectRule.TOO_MANY);
	}

	@Test
	void lengthIsCountedToTheLastCharacter() {
		String longest = "https://a.example/" + "x".repeat(256 - 18);
		assertThat(alone(longest, AccountTypes.THIS_DIRECTORY)).isEmpty();
		assertThat(alone(longest + "x", AccountTypes.THIS_DIRECTORY)).containsExactly(RedirectRule.TOO_LONG);
		assertThat(alone("%20".repeat(100_000), AccountTypes.THIS_DIRECTORY)).contains(RedirectRule.TOO_LONG);
	}

	@Test
	void twoThatCollideAreNamed() {
		assertThat(web("https://a.example/cb", "HTTPS://A.example/cb")).containsExactly(RedirectRule.TWICE);
		assertThat(web("https://a.example/cb", "https://a.example/CB")).isEmpty();
		assertThat(web("http://localhost:1/cb", "http://localhost:2/cb")).containsExactly(RedirectRule.PORT_ONLY);
		assertThat(web("https://a.example:1/cb", "https://a.example:2/cb")).isEmpty();
		assertThat(web("https://a.example/cb", "https://a.example/cb/")).containsExactly(RedirectRule.SLASH_ONLY);
		assertThat(rules(new RedirectUris(List.of("https://a.example/cb"), List.of("https://a.example/cb"), List.of()),
				AccountTypes.THIS_DIRECTORY))
			.containsExactly(RedirectRule.TWO_PLATFORMS);
		assertThat(rules(new RedirectUris(List.of("http://localhost:1/cb"), List.of(), List.of("http://localhost/cb")),
				AccountTypes.THIS_DIRECTORY))
			.containsExactly(RedirectRule.PORT_ONLY_TWO_PLATFORMS);
	}

	@Test
	void everyPresetIsFineWhereItGoes() {
		for (RedirectPreset preset : RedirectPreset.values()) {
			for (boolean confidential : new boolean[] { true, false }) {
				for (String uri : preset.uris("viewer.contoso.com")) {
					assertThat(RedirectUriRules.alone(uri, preset.platform(confidential), AccountTypes.THIS_DIRECTORY))
						.as("%s %s", preset, uri)
						.isEmpty();
				}
			}
		}
	}

	@Test
	void noTextBreaksTheRules() {
		Random random = seeded();
		String alphabet = "ahtps:/.?#[]@*%!$ '\"<>\\\u0000\u202E\uD83E1-_~é";
		for (int run = 0; run < RUNS; run++) {
			String text = word(random, alphabet, random.nextInt(40));
			assertThatCode(() -> RedirectUriRules.check(new RedirectUris(List.of(text), List.of(text), List.of(text)),
					AccountTypes.THIS_DIRECTORY))
				.doesNotThrowAnyException();
		}
	}

	@Test
	void goodOnesStayGoodAndOneFlawIsFound() {
		Random random = seeded();
		for (int run = 0; run < RUNS; run++) {
			String host = word(random, "abcdefghij", 1 + random.nextInt(12)) + ".example";
			String good = "https://" + host + "/" + word(random, "abcXYZ019-._~", random.nextInt(20));
			assertThat(alone(good, AccountTypes.THIS_DIRECTORY)).as(good).isEmpty();
			assertThat(alone(good + "#f", AccountTypes.THIS_DIRECTORY)).containsExactly(RedirectRule.FRAGMENT);
			assertThat(alone(good.replace("https:", "http:"), AccountTypes.THIS_DIRECTORY))
				.containsExactly(RedirectRule.HTTP_NOT_LOCAL);
			assertThat(alone(good.replace("//", "//u@"), AccountTypes.THIS_DIRECTORY))
				.containsExactly(RedirectRule.USER_INFO);
		}
	}

	@Test
	void theOrderOfTheUrisDoesNotDecideWhetherSomethingIsWrong() {
		Random random = seeded();
		List<String> uris = new ArrayList<>(List.of("https://a.example/cb", "https://a.example/cb/",
				"http://localhost:1", "http://localhost:2", "https://b.example/x"));
		int expected = web(uris.toArray(String[]::new)).size();
		for (int run = 0; run < 100; run++) {
			Collections.shuffle(uris, random);
			assertThat(web(uris.toArray(String[]::new))).hasSize(expected);
		}
	}

	private static Random seeded() {
		long seed = new Random().nextLong();
		System.out.println("RedirectUriRulesTests seed " + seed);
		return new Random(seed);
	}

	private static String word(Random random, String alphabet, int length) {
		StringBuilder text = new StringBuilder();
		random.ints(length, 0, alphabet.length()).forEach((index) -> text.append(alphabet.charAt(index)));
		return text.toString();
	}

	private static Set<RedirectRule> alone(String uri, AccountTypes accounts) {
		return RedirectUriRules.alone(uri, RedirectPlatform.WEB, accounts);
	}

	private static List<RedirectRule> web(String... uris) {
		return rules(new RedirectUris(List.of(uris), List.of(), List.of()), AccountTypes.THIS_DIRECTORY).stream()
			.filter((rule) -> rule != RedirectRule.NO_PATH)
			.toList();
	}

	private static List<RedirectRule> rules(RedirectUris uris, AccountTypes accounts) {
		return RedirectUriRules.check(uris, accounts).stream().map(RedirectProblem::rule).toList();
	}

}
