package health.admit.portal.expiry;

import java.util.List;
import java.util.Map;
import java.util.Set;

import health.admit.portal.inventory.Band;
import health.admit.portal.inventory.CredentialFilter;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.inventory.Sorting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTests {

	@Test
	void anAddressThatSaysNothingMeansWhatNeedsAction() {
		assertThat(Listing.of(Map.of()).usual()).isTrue();
		assertThat(Listing.of(Map.of("sort", List.of("name"), "size", List.of("25"))).usual()).isTrue();
		assertThat(Listing.of(Map.of("view", List.of("all"))).filter()).isEqualTo(CredentialFilter.ALL);
	}

	@Test
	void everyAddressOfAListLeadsBackToIt() {
		CredentialFilter filter = new CredentialFilter(Set.of(Band.WEEK), Set.of(), Set.of(), Set.of(OwnerState.NONE),
				Set.of(), true, null, "a&b=<c> ü");
		for (CredentialFilter each : List.of(filter, CredentialFilter.ALL, Listing.USUAL)) {
			Listing listing = new Listing(each, Sorting.NAME_DESCENDING, 100, "abc-_");
			String query = listing.parameters();
			assertThat(Listing.of(ExpiryController.parsed(query))).isEqualTo(listing);
			assertThat(listing.link()).isEqualTo("/expiry?" + query);
		}
	}

	@Test
	void whatTheServerDidNotWriteIsLeftOut() {
		Listing listing = Listing
			.of(ExpiryController.parsed("q=x&band=nonsense&size=7&from=%3Cscript%3E&evil=%3Cb%3E&%zz=%"));
		assertThat(listing.size()).isEqualTo(Listing.USUAL_SIZE);
		assertThat(listing.from()).isNull();
		assertThat(listing.parameters()).isEqualTo("q=x");
	}

}
