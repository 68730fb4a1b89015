package health.admit.portal.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FilterParametersTests {

	@Test
	void readsWhatItWrites() {
		CredentialFilter filter = new CredentialFilter(Set.of(Band.TWO_MONTHS, Band.EXPIRED),
				Set.of(CredentialKind.CERTIFICATE), Set.of(Source.SERVICE_PRINCIPAL), Set.of(OwnerState.NONE),
				Set.of(WorkState.OPEN, WorkState.SNOOZED), false, true, "a&b=c +d%20é;\"'\u202e");
		String query = FilterParameters.toQuery(filter, Sorting.NAME_DESCENDING);
		assertThat(query).startsWith("band=expired&band=two-months&kind=certificate&source=service-principal")
			.contains("covered=no&too-long=yes");
		Map<String, List<String>> read = UriComponentsBuilder.fromUriString("/expiry?" + query)
			.build()
			.getQueryParams();
		Map<String, List<String>> decoded = read.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue().stream().map((value) -> UriUtils.decode(value, UTF_8)).toList()));
		assertThat(FilterParameters.of(decoded)).isEqualTo(filter);
		assertThat(FilterParameters.sorting(decoded)).isEqualTo(Sorting.NAME_DESCENDING);
	}

	@Test
	void leavesOutWhatItDoesNotKnow() {
		assertThat(FilterParameters.of(Map.of("band", List.of("soon", "WEEK", ""), "kind", List.of(), "covered",
				List.of("maybe"), "other", List.of("x"))))
			.isEqualTo(CredentialFilter.ALL);
		assertThat(FilterParameters.sorting(Map.of("sort", List.of("random")))).isEqualTo(Sorting.ENDS_FIRST);
		assertThat(FilterParameters.toQuery(CredentialFilter.ALL)).isEmpty();
	}

	@Test
	void allThatItWritesCounts() {
		CredentialFilter filter = new CredentialFilter(Set.of(Band.values()), Set.of(CredentialKind.values()),
				Set.of(Source.values()), Set.of(OwnerState.values()), Set.of(WorkState.values()), true, false, "x");
		for (Sorting sorting : Sorting.values()) {
			assertThat(FilterParameters.parameters(filter, sorting)).allSatisfy((name,
					values) -> assertThat(FilterParameters.isKnown(name) && FilterParameters.counts(name, values))
						.as(name)
						.isTrue());
		}
		assertThat(FilterParameters.isKnown("size")).isFalse();
	}

	@Test
	void cutsTextThatNobodyTypes() {
		assertThat(FilterParameters.of(Map.of("q", List.of("x".repeat(10_000)))).text()).hasSize(200);
	}

}
