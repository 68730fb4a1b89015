package health.admit.portal.applications;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import health.admit.portal.kits.SignInKind;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen on the page of a kit.
 *
 * @param way how the client signs in; whatever is no way counts as not chosen
 * @param chosen whether the services were chosen, so that none is none
 * @param service ids of services in Azure
 */
record KitForm(@Nullable String way, @Nullable Boolean chosen, @Nullable List<String> service) {

	/** The way, where it is one of these. */
	Optional<SignInKind> way(List<SignInKind> ways) {
		return Arrays.stream(SignInKind.values())
			.filter((kind) -> kind.name().equals(this.way))
			.filter(ways::contains)
			.findFirst();
	}

	/** The services; empty where nobody has chosen yet. */
	Optional<List<String>> services() {
		return Boolean.TRUE.equals(this.chosen) ? Optional.of((this.service != null) ? this.service : List.of())
				: Optional.empty();
	}

}
