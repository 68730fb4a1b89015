package health.admit.portal.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of one operator as they are before sealing.
 *
 * @param access token for Microsoft Graph; null after the service refused it
 * @param accessEnds when Entra said it ends
 * @param scopes of Microsoft Graph, as Entra listed them
 * @param management token for Azure Resource Manager; null when none was needed yet
 */
record GrantTokens(@Nullable String access, Instant accessEnds, @Nullable String refresh, Set<String> scopes,
		@Nullable ManagementToken management) {

	/**
	 * What these tokens allow, of what the portal knows.
	 */
	Set<DelegatedScope> granted() {
		Set<DelegatedScope> granted = Arrays.stream(DelegatedScope.values())
			.filter((scope) -> this.scopes.contains(scope.value()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(DelegatedScope.class)));
		if (this.refresh != null) {
			// Entra does not list this one among the scopes of an access token.
			granted.add(DelegatedScope.OFFLINE_ACCESS);
		}
		granted.remove(DelegatedScope.AZURE);
		if (this.management != null) {
			granted.add(DelegatedScope.AZURE);
		}
		return granted;
	}

	Set<DelegatedScope> missing(Set<DelegatedScope> wanted) {
		Set<DelegatedScope> missing = EnumSet.noneOf(DelegatedScope.class);
		missing.addAll(wanted);
		missing.removeAll(granted());
		return missing;
	}

	boolean isUsableAt(Instant moment) {
		return this.access != null && moment.isBefore(this.accessEnds);
	}

	GrantTokens withoutAccess() {
		return new GrantTokens(null, Instant.EPOCH, this.refresh, this.scopes, null);
	}

	GrantTokens with(ManagementToken fresh) {
		return new GrantTokens(this.access, this.accessEnds, this.refresh, this.scopes, fresh);
	}

	@Override
	public String toString() {
		return "GrantTokens[scopes=" + this.scopes + "]";
	}

}
