package health.admit.portal.kits;

import java.util.List;

/**
 * {@code client-secret.txt}, from which the scripts read the secret.
 */
final class SecretFile implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return kit.client().signIn().withSecret() ? List.of(new KitFile("client-secret.txt", kit.secretText() + "\n"))
				: List.of();
	}

}
