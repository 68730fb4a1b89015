package health.admit.portal.directory;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ODataTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "'", "''", "' or '' eq '", "x') or startswith(displayName,'", "\u2019", "a'b''c" })
	void aTextStaysOneLiteral(String hostile) {
		String condition = ODataText.equal("displayName", hostile);
		assertThat(condition).startsWith("displayName eq '").endsWith("'");
		String inside = condition.substring("displayName eq '".length(), condition.length() - 1);
		assertThat(inside.replace("''", "")).doesNotContain("'");
		assertThat(inside.replace("''", "'")).isEqualTo(hostile);
	}

	@Test
	void conditionsArePutTogether() {
		UUID id = UUID.fromString("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01");
		assertThat(ODataText.and(ODataText.equal("clientId", id), ODataText.equal("consentType", "AllPrincipals")))
			.isEqualTo("clientId eq '0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01' and consentType eq 'AllPrincipals'");
		assertThat(ODataText.or(ODataText.startsWith("displayName", "O'"), ODataText.anyEqual("names", "api://x")))
			.isEqualTo("startswith(displayName,'O''') or names/any(x:x eq 'api://x')");
	}

	@Test
	void aSearchStaysOneClause() {
		assertThat(ODataText.search("displayName", "a\" OR \"mail:b\\"))
			.isEqualTo("\"displayName:a\\\" OR \\\"mail:b\\\\\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a'b", "a/b", "a)b", "A", "a b", "ä", "a\n",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void aKeySegmentHoldsNothingThatCouldLeaveIt(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> ODataText.uniqueName(name));
	}

	@Test
	void theKeysOfOperationsFit() {
		String key = "admit-" + UUID.randomUUID();
		assertThat(ODataText.uniqueName(key)).isEqualTo(key);
	}

	@Test
	void onlyAGuidIsAGuid() {
		assertThat(ODataText.isGuid("0B6A2C1E-6f5e-4f0a-9a37-1d3a9b1c5e01")).isTrue();
		assertThat(ODataText.isGuid("1-1-1-1-1")).isFalse();
		assertThat(ODataText.isGuid("0b6a2c1e-6f5e-4f0a-9a37-1d3a9b1c5e01 ")).isFalse();
	}

}
