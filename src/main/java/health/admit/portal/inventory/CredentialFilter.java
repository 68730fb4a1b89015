package health.admit.portal.inventory;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which credentials to show. An empty set leaves its property open.
 *
 * @param covered whether a newer valid credential of the same application is there; null
 * for both
 * @param tooLong whether it lives longer than the tenant's policy allows; null for both
 * @param text words of the application's name or of an owner, or one of the ids; may be
 * empty
 */
public record CredentialFilter(Set<Band> bands, Set<CredentialKind> kinds, Set<Source> sources, Set<OwnerState> owners,
		Set<WorkState> work, @Nullable Boolean covered, @Nullable Boolean tooLong, String text) {

	public static final CredentialFilter ALL = new CredentialFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
			null, null, "");

	public CredentialFilter {
		bands = Set.copyOf(bands);
		kinds = Set.copyOf(kinds);
		sources = Set.copyOf(sources);
		owners = Set.copyOf(owners);
		work = Set.copyOf(work);
		text = text.strip();
	}

	/** The same without a choice of bands, for counts per band. */
	public CredentialFilter anyBand() {
		return in(Set.of());
	}

	public CredentialFilter ownedBy(Set<OwnerState> chosen) {
		return new CredentialFilter(this.bands, this.kinds, this.sources, chosen, this.work, this.covered, this.tooLong,
				this.text);
	}

	public CredentialFilter in(Set<Band> chosen) {
		return new CredentialFilter(chosen, this.kinds, this.sources, this.owners, this.work, this.covered,
				this.tooLong, this.text);
	}

}
